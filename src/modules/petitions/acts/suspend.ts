import { suspendClock } from '../../clocks/index.ts'
import { SuspendInput } from '../fields.ts'
import { matterOf } from '../petition.ts'
import { petitionAct } from './petition-act.ts'

/** A written decision stops the settlement of a complaint for a while (LKN Đ11a); the days left are kept. */
export const suspend = petitionAct(SuspendInput, async ({ trx, scope, matter, input, actor, today }) => {
  const clock = await suspendClock(trx, scope, {
    matter: matterOf(matter),
    stage: 'resolution',
    on: today,
    ground: input.ground,
    actorId: actor!.personId,
  })
  return {
    // Nothing of its own, but the soonest due date is worked out anew.
    set: {},
    history: {
      type: 'petition.suspended',
      audience: 'public',
      facts: { ground: input.ground, stage: 'resolution', oldDueOn: clock.dueOn },
      sealed: { ground: input.ground },
      words: { documentNumber: input.documentNumber, reason: input.reason },
    },
  }
})
