import { DomainError } from '../../../shared/errors.ts'
import { hasRole } from '../../accounts/index.ts'
import { AssignInput } from '../fields.ts'
import { findDesk } from './desk.ts'
import { petitionAct } from './petition-act.ts'

/** Puts the case on a unit's desk, or on one officer's. A head of unit moves it within the own unit only. */
export const assign = petitionAct(AssignInput, async ({ trx, scope, input, actor, matter, today }) => {
  const desk = await findDesk(trx, scope, input.unit, input.officer, today)
  const acrossUnits = hasRole(actor, 'receptionOfficer', 'chairman')
  if (!acrossUnits && desk.unitId !== matter.unitId) throw new DomainError('forbidden', 403)
  const step = desk.unitId === matter.unitId && matter.step === 'verifying' ? 'verifying' : 'assigned'
  return {
    set: desk,
    step,
    history: { type: 'petition.assigned', audience: 'public', facts: { unitId: desk.unitId, previousUnitId: matter.unitId } },
  }
})
