import { refuseInput } from '../../../platform/http/input.ts'
import { DomainError } from '../../../shared/errors.ts'
import { extendClock, listClocks } from '../../clocks/index.ts'
import { ExtendInput, labels } from '../fields.ts'
import { matterOf, owesPromise } from '../petition.ts'
import { petitionAct } from './petition-act.ts'

/** A later date for a local target or a promise, with the reason for all to read; counts as extended in every figure. */
export const extend = petitionAct(ExtendInput, async ({ trx, scope, matter, input, actor, today }) => {
  const stage = matter.status === 'answered' ? 'promise' : 'resolution'
  if (stage === 'promise' && !owesPromise(matter)) throw new DomainError('no_promise', 409)
  const clock = (await listClocks(trx, scope, matterOf(matter))).find((one) => one.stage === stage && one.state === 'running')
  if (!clock) throw new DomainError('no_local_target', 409)
  if (input.dueOn <= today) refuseInput([{ field: 'dueOn', code: 'in_the_past' }], labels)
  if (input.dueOn <= clock.dueOn) refuseInput([{ field: 'dueOn', code: 'not_later', params: { than: clock.dueOn } }], labels)
  await extendClock(trx, scope, { matter: matterOf(matter), stage, dueOn: input.dueOn, on: today, actorId: actor!.personId })
  return {
    set: { extended: true, ...(stage === 'promise' ? { promisedOn: input.dueOn } : {}) },
    history: {
      type: 'petition.extended',
      audience: 'public',
      facts: { stage, oldDueOn: clock.dueOn, dueOn: input.dueOn },
      words: { reason: input.reason },
    },
  }
})
