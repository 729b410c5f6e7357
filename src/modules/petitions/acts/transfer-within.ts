import { refuseInput } from '../../../platform/http/input.ts'
import { labels, TransferWithinInput } from '../fields.ts'
import { findDesk } from './desk.ts'
import { petitionAct } from './petition-act.ts'

/** A head of unit hands the case to the unit whose work it is, with the reason. All clocks go on. */
export const transferWithin = petitionAct(TransferWithinInput, async ({ trx, scope, input, matter, today }) => {
  const desk = await findDesk(trx, scope, input.unit, input.officer, today)
  if (desk.unitId === matter.unitId) refuseInput([{ field: 'unit', code: 'unchanged' }], labels)
  return {
    set: desk,
    history: {
      type: 'petition.transferredWithin',
      audience: 'public',
      facts: { unitId: desk.unitId, previousUnitId: matter.unitId },
      words: { reason: input.reason },
    },
  }
})
