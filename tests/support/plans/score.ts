import type { PlanItem } from '../../../src/modules/programmes/reading/plan.ts'
import type { Expected } from './plan-file.ts'

export interface Score {
  /** Items and facts of items that are right, that were given, and that were wanted. */
  right: number
  given: number
  wanted: number
  faults: string[]
}

const same = (one: readonly string[], other: readonly string[]) => one.join('|') === other.join('|')

/** An item is right when kind and text are; lead, partners and due date are facts of their own where either side has them. */
export function scoreOf(items: readonly PlanItem[], expected: readonly Expected[]): Score {
  const score: Score = { right: 0, given: 0, wanted: 0, faults: [] }
  const left = new Map(items.map((item) => [`${item.kind} ${item.text}`, item]))
  const fact = (name: string, given: string | null, wanted: string | null) => {
    if (given !== null) score.given++
    if (wanted !== null) score.wanted++
    if (given !== null && given === wanted) score.right++
    if (given !== wanted) score.faults.push(`${name}: ${given} ≠ ${wanted}`)
  }
  for (const want of expected) {
    const key = `${want.kind} ${want.text}`
    const item = left.get(key)
    left.delete(key)
    fact('item', item ? key : null, key)
    if (!item) continue
    fact(`lead of “${want.text}”`, item.lead, want.lead ?? null)
    if (!same(item.partners, want.partners ?? []) || item.partners.length > 0)
      fact(`partners of “${want.text}”`, item.partners.join(' | ') || null, want.partners?.join(' | ') ?? null)
    fact(`due of “${want.text}”`, item.due?.on ?? item.due?.every ?? null, want.on ?? want.every ?? null)
  }
  for (const key of left.keys()) fact('item', key, null)
  return score
}
