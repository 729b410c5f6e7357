import type { ReadPlan } from './plan.ts'

/** As contract and programs have it: what is not named is left out. */
export function planJson({ document, items, unread }: ReadPlan) {
  return {
    document,
    items: items.map(({ lead, due, ...item }) => ({ ...item, ...(lead === null ? {} : { lead }), ...(due === null ? {} : { due }) })),
    unread,
  }
}
