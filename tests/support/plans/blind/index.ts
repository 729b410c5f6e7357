import type { TestPlan } from '../plan-file.ts'
import { administrativeReform } from './administrative-reform.ts'
import { communeProgramme } from './commune-programme.ts'
import { decisionOfAssignments } from './decision-of-assignments.ts'
import { digitalProvince } from './digital-province.ts'
import { fireSafetyPasted } from './fire-safety-pasted.ts'
import { povertyDepartment } from './poverty-department.ts'

/** Six plans written, and read by hand, without a look at the rules: what the rules do on papers that nobody wrote for them. */
export const blindPlans: readonly TestPlan[] = [
  digitalProvince,
  communeProgramme,
  decisionOfAssignments,
  administrativeReform,
  fireSafetyPasted,
  povertyDepartment,
]
