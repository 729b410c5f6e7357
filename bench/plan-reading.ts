import { testPlans } from '../tests/support/plans/index.ts'
import { planFile } from '../tests/support/plans/plan-file.ts'
import { scoreOf } from '../tests/support/plans/score.ts'
import { built } from './built.ts'
import type { Bench } from './report.ts'

const { readDocx, readPlan } = built

/** Precision and recall over the test plans: items, leads, partners and due dates, each a fact; and how long one plan takes. */
export const planReading: Bench = async (report) => {
  let right = 0
  let given = 0
  let wanted = 0
  const files = testPlans.map((plan) => ({ plan, bytes: planFile(plan) }))
  const startedAt = performance.now()
  for (const { plan, bytes } of files) {
    const score = scoreOf(readPlan(readDocx(bytes)).items, plan.items)
    right += score.right
    given += score.given
    wanted += score.wanted
  }
  report('precision', right / given, 'ratio')
  report('recall', right / wanted, 'ratio')
  report('one plan', (performance.now() - startedAt) / files.length, 'ms')
}
