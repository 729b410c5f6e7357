import { DomainError } from '../../../shared/errors.ts'
import { NoInput } from '../fields.ts'
import { getCounts } from '../poll-repository.ts'
import { pollAct } from './poll-act.ts'

/** The last day is over; the result as it was then stands in the history. */
export const close = pollAct(NoInput, async ({ trx, scope, matter, today }) => {
  if (today <= matter.closesOn) throw new DomainError('wrong_status', 409)
  const { voters, votes } = await getCounts(trx, scope, matter.id)
  return { set: { endedOn: today }, history: { type: 'poll.closed', audience: 'public', facts: { voters, votes } } }
})
