import { AcceptInput } from '../fields.ts'
import { findDesk } from './desk.ts'
import { petitionAct } from './petition-act.ts'

/** Intake takes the petition on; the clock of the answer starts. A unit may be named at once or later. */
export const accept = petitionAct(AcceptInput, async ({ trx, scope, input, today }) => {
  const desk = await findDesk(trx, scope, input.unit, input.officer, today)
  return {
    set: { ...desk, acceptedOn: today },
    step: desk.unitId ? 'assigned' : 'unassigned',
    history: { type: 'petition.accepted', audience: 'public', facts: { unitId: desk.unitId } },
  }
})
