import type { PlanItem } from '../../../src/modules/programmes/reading/plan.ts'
import type { Expected } from './plan-file.ts'

export interface Score {
  /** Items and facts of items that are right, that were given, and that were wanted. */
  right: number
  given: number
  wanted: number
  faults: string[]
}

interface Facts {
  item: string | null
  lead: string | null
  partners: string | null
  due: string | null
}

/** What the item says; whether its last point or semicolon is kept is nobody's business. */
const keyOf = ({ kind, text }: Pick<Expected, 'kind' | 'text'>) => `${kind} ${text.replace(/[\s.;,]+$/, '')}`

const nothing: Facts = { item: null, lead: null, partners: null, due: null }

const factsOf = (item: PlanItem | undefined): Facts =>
  item
    ? { item: keyOf(item), lead: item.lead, partners: item.partners.join(' | ') || null, due: item.due?.on ?? item.due?.every ?? null }
    : nothing

const factsWanted = (want: Expected): Facts => ({
  item: keyOf(want),
  lead: want.lead ?? null,
  partners: want.partners?.join(' | ') || null,
  due: want.on ?? want.every ?? null,
})

/** An item is right when kind and text are; lead, partners and due date are facts of their own, of items that were missed or made up too. */
export function scoreOf(items: readonly PlanItem[], expected: readonly Expected[]): Score {
  const score: Score = { right: 0, given: 0, wanted: 0, faults: [] }
  const left = new Map(items.map((item) => [keyOf(item), item]))
  const compare = (text: string, given: Facts, wanted: Facts) => {
    for (const name of Object.keys(nothing) as (keyof Facts)[]) {
      if (given[name] !== null) score.given++
      if (wanted[name] !== null) score.wanted++
      if (given[name] !== null && given[name] === wanted[name]) score.right++
      if (given[name] !== wanted[name]) score.faults.push(`${name} of “${text}”: ${given[name]} ≠ ${wanted[name]}`)
    }
  }
  for (const want of expected) {
    const key = keyOf(want)
    compare(want.text, factsOf(left.get(key)), factsWanted(want))
    left.delete(key)
  }
  for (const item of left.values()) compare(item.text, factsOf(item), nothing)
  return score
}
