import { resumeClock } from '../../clocks/index.ts'
import { ResumeInput } from '../fields.ts'
import { dueBefore } from '../open-clock.ts'
import { matterOf } from '../petition.ts'
import { petitionAct } from './petition-act.ts'

/** The ground has ended: the days that were left are counted anew from tomorrow. */
export const resume = petitionAct(ResumeInput, async ({ trx, scope, matter, input, actor, today }) => {
  const oldDueOn = await dueBefore(trx, scope, matter, 'resolution')
  const clock = await resumeClock(trx, scope, { matter: matterOf(matter), stage: 'resolution', on: today, actorId: actor!.personId })
  return {
    set: {},
    history: { type: 'petition.resumed', audience: 'public', facts: { stage: 'resolution', oldDueOn, dueOn: clock.dueOn }, words: input },
  }
})
