import { addDays } from '../../../shared/civil-date.ts'
import { DomainError } from '../../../shared/errors.ts'
import { CloseInput } from '../fields.ts'
import { localRules } from '../local-rules.ts'
import { owesPromise } from '../petition.ts'
import { petitionAct } from './petition-act.ts'

/** Nobody has more to say: the promise is kept, and the filer agreed or let the days pass in which to disagree. */
export const close = petitionAct(CloseInput, async ({ matter, input, today }) => {
  if (owesPromise(matter)) throw new DomainError('promise_open', 409)
  const until = matter.answeredOn && addDays(matter.answeredOn, localRules.reopenWithinDays)
  if (matter.verdict !== 'yes' && until !== null && today <= until) throw new DomainError('filer_may_still_speak', 409)
  return {
    set: { closedOn: today, closedAs: 'finished' },
    history: { type: 'petition.closed', audience: 'public', words: { reason: input.reason } },
  }
})
