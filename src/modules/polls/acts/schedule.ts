import { DomainError } from '../../../shared/errors.ts'
import { NoInput } from '../fields.ts'
import { pollAct } from './poll-act.ts'

/** The draft is ready: a worker opens it on its day, and readers see it then. */
export const schedule = pollAct(NoInput, async ({ matter, today }) => {
  if (matter.closesOn < today) throw new DomainError('poll_ends_in_past', 422)
  return {
    history: { type: 'poll.scheduled', audience: 'internal', facts: { opensOn: matter.opensOn, closesOn: matter.closesOn } },
  }
})
