import { refuseInput } from '../../../platform/http/input.ts'
import { DomainError } from '../../../shared/errors.ts'
import { saveAppointment } from '../appointment-repository.ts'
import { ConfirmInput, labels } from '../fields.ts'
import { lockDay, requirePlace } from '../reception-days.ts'
import { partAt } from '../rules.ts'
import { appointmentAct } from './appointment-act.ts'

/** The office agrees to a day and a time; another one than was wanted needs a reason that the filer can read. */
export const confirm = appointmentAct(ConfirmInput, async ({ trx, scope, matter, input, today }) => {
  const { on, at, place, reason } = input
  const offered = await lockDay(trx, scope, on)
  if (offered.length === 0 || on < today) return refuseInput([{ field: 'on', code: 'unknown_reference' }], labels)
  const day = partAt(offered, at)
  if (!day) throw new DomainError('outside_hours', 422, { hours: offered.map(({ starts, ends }) => `${starts}–${ends}`).join(', ') })
  const isAsWanted = on === matter.wantedOn && day.part === matter.wantedPart
  if (!isAsWanted && reason === null) return refuseInput([{ field: 'reason', code: 'required' }], labels)
  const set = { on, part: day.part, at, place }
  if (on !== matter.on || day.part !== matter.part) {
    await saveAppointment(trx, scope, matter, set)
    await requirePlace(trx, scope, day)
  }
  return { set, history: { type: 'appointment.confirmed', audience: 'filer', facts: { on, part: day.part, at }, words: { reason } } }
})
