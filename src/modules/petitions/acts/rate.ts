import { meetClock } from '../../clocks/index.ts'
import { giveVerdict } from '../../verdicts/index.ts'
import { RateInput } from '../fields.ts'
import { matterOf, owesPromise } from '../petition.ts'
import { petitionAct } from './petition-act.ts'

/** The filer says whether it is really solved: a fact of its own, which changes nothing of what the office said. */
export const rate = petitionAct(RateInput, async ({ trx, scope, matter, input, now, today }) => {
  await giveVerdict(trx, scope, matterOf(matter), {
    solved: input.solved,
    satisfaction: input.satisfaction,
    words: input.words,
    givenAt: now,
  })
  // What the filer calls solved is a promise kept, whether the office said so or not.
  if (input.solved === 'yes' && owesPromise(matter)) await meetClock(trx, scope, { matter: matterOf(matter), stage: 'promise', on: today })
  return {
    set: { verdict: input.solved },
    history: { type: 'petition.rated', audience: 'public', facts: { solved: input.solved, satisfaction: input.satisfaction }, words: {} },
  }
})
