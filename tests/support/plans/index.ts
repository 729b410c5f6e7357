import type { TestPlan } from './plan-file.ts'
import * as first from './plans-1.ts'
import * as second from './plans-2.ts'
import * as third from './plans-3.ts'

/** Twelve plans of different make, with what a person reads out of them. */
export const testPlans: readonly TestPlan[] = [first, second, third].flatMap((plans) => Object.values(plans) as TestPlan[])
