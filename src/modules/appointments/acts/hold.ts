import { refuseInput } from '../../../platform/http/input.ts'
import { DomainError } from '../../../shared/errors.ts'
import { addMessage } from '../../messages/index.ts'
import { matterOf } from '../appointment.ts'
import { HoldInput, labels } from '../fields.ts'
import { appointmentAct } from './appointment-act.ts'

/** The meeting took place. Its minutes stay in the office; a promised day is told to the filer. */
export const hold = appointmentAct(HoldInput, async ({ trx, scope, matter, input, actor, today }) => {
  const { words, promisedOn } = input
  if (today < matter.on) throw new DomainError('before_the_day', 409, { on: matter.on })
  if (promisedOn && promisedOn <= today) refuseInput([{ field: 'promisedOn', code: 'in_the_past' }], labels)
  await addMessage(trx, scope, { matter: matterOf(matter), kind: 'internal', authorId: actor!.personId, body: words })
  return { set: { heldOn: today, promisedOn }, history: { type: 'appointment.held', audience: 'filer', facts: { promisedOn } } }
})
