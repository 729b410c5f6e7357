import { DomainError } from '../../../shared/errors.ts'
import { NoInput } from '../fields.ts'
import { pollAct } from './poll-act.ts'

/** The first day has come. */
export const open = pollAct(NoInput, async ({ matter, today }) => {
  if (today < matter.opensOn) throw new DomainError('wrong_status', 409)
  return { history: { type: 'poll.opened', audience: 'public', facts: { opensOn: matter.opensOn, closesOn: matter.closesOn } } }
})
