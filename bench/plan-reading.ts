import { blindPlans, lastPlans, secondPlans } from '../tests/support/plans/blind/index.ts'
import { testPlans } from '../tests/support/plans/index.ts'
import { planFile, type TestPlan } from '../tests/support/plans/plan-file.ts'
import { scoreOf } from '../tests/support/plans/score.ts'
import { built } from './built.ts'
import type { Bench } from './report.ts'

const { readDocx, readPlan, readText } = built

/**
 * Precision and recall: items, leads, partners and due dates, each a fact; and how long one plan takes. The "blind" plans were written, and
 * read by hand, by somebody who had not seen the rules; the rules were mended by them and by the "second"; none was changed for the "last".
 */
export const planReading: Bench = async (report) => {
  for (const [name, plans] of [
    ['', testPlans],
    ['blind ', blindPlans],
    ['second ', secondPlans],
    ['last ', lastPlans],
  ] as const) {
    const files = plans.map((plan) => ({ plan, bytes: planFile(plan) }))
    const startedAt = performance.now()
    const scores = files.map(({ plan, bytes }) => scoreOf(readPlan(blocksOf(plan, bytes)).items, plan.items))
    const ms = (performance.now() - startedAt) / files.length
    const sum = (what: 'right' | 'given' | 'wanted') => scores.reduce((all, score) => all + score[what], 0)
    report(`${name}precision`, sum('right') / sum('given'), 'ratio')
    report(`${name}recall`, sum('right') / sum('wanted'), 'ratio')
    report(`${name}one plan`, ms, 'ms')
  }
}

const blocksOf = ({ pasted }: TestPlan, bytes: Buffer) => (pasted === undefined ? readDocx(bytes) : readText(pasted))
