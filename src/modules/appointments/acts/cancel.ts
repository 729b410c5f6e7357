import { refuseInput } from '../../../platform/http/input.ts'
import { CancelInput, labels } from '../fields.ts'
import { appointmentAct } from './appointment-act.ts'

/** Called off; its place is free again. The filer owes no reason, the office does. */
export const cancel = appointmentAct(CancelInput, async ({ input, role }) => {
  if (role !== 'filer' && input.reason === null) refuseInput([{ field: 'reason', code: 'required' }], labels)
  return { history: { type: 'appointment.cancelled', audience: 'filer', words: { reason: input.reason } } }
})
