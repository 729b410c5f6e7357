import { extendByRule } from '../../clocks/index.ts'
import { matterOf } from '../data-request.ts'
import { ExtendInput } from '../fields.ts'
import { dataRequestAct } from './data-request-act.ts'

/** Once, by as many days as the rule allows, with the reason for the requester to read. */
export const extend = dataRequestAct(ExtendInput, async ({ trx, scope, matter, input, actor, today }) => {
  const clock = await extendByRule(trx, scope, {
    matter: matterOf(matter),
    stage: 'fulfilment',
    on: today,
    actorId: actor?.personId ?? null,
  })
  return {
    set: { extended: true },
    history: {
      type: 'dataRequest.extended',
      audience: 'filer',
      facts: { oldDueOn: matter.dueOn, dueOn: clock.dueOn },
      words: { reason: input.reason },
    },
  }
})
