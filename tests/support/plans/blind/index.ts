import type { TestPlan } from '../plan-file.ts'
import { administrativeReform } from './administrative-reform.ts'
import { communeProgramme } from './commune-programme.ts'
import { decisionOfAssignments } from './decision-of-assignments.ts'
import { digitalProvince } from './digital-province.ts'
import { droughtProvince } from './drought-province.ts'
import { educationWard } from './education-ward.ts'
import { environmentCommune } from './environment-commune.ts'
import { fireSafetyPasted } from './fire-safety-pasted.ts'
import { povertyDepartment } from './poverty-department.ts'

/** Six plans written, and read by hand, without a look at the rules. The rules were mended by them: they are blind no more. */
export const blindPlans: readonly TestPlan[] = [
  digitalProvince,
  communeProgramme,
  decisionOfAssignments,
  administrativeReform,
  fireSafetyPasted,
  povertyDepartment,
]

/** Two more after that, and the rules were mended by them too. */
export const secondPlans: readonly TestPlan[] = [educationWard, environmentCommune]

/** The last: no rule was changed for it. What it gives is what a new plan meets. */
export const lastPlans: readonly TestPlan[] = [droughtProvince]
