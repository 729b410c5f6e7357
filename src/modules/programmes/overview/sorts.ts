import type { CivilDate } from '../../../shared/civil-date.ts'
import type { OfBuckets } from '../../tallies/index.ts'

export const sorts = ['late', 'name', 'items', 'done', 'unproven', 'disputed'] as const
export type Sort = (typeof sorts)[number]

/** In the address; Vietnamese in both languages. */
export const sortAddress: Readonly<Record<Sort, string>> = {
  late: 'tre',
  name: 'ten',
  items: 'viec',
  done: 'da-xong',
  unproven: 'thieu-bang-chung',
  disputed: 'dan-noi-chua',
}

/** The kept count that gives each order; they are those of the figures (`public/figures.ts`). */
export function keptCountOf(sort: Exclude<Sort, 'name'>, today: CivilDate): OfBuckets & { name: string } {
  return {
    late: { name: 'task.due', until: today },
    items: { name: 'task.status', only: ['planned', 'inProgress', 'reported', 'done'] },
    done: { name: 'task.status', only: ['done'] },
    unproven: { name: 'task.proof', only: ['none'] },
    disputed: { name: 'task.saying', only: ['disputed'] },
  }[sort]
}
