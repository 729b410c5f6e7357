import { giveVerdict } from '../../verdicts/index.ts'
import { RateInput } from '../fields.ts'
import { matterOf } from '../petition.ts'
import { petitionAct } from './petition-act.ts'

/** The filer says whether it is really solved: a fact of its own, which changes nothing of what the office said. */
export const rate = petitionAct(RateInput, async ({ trx, scope, matter, input, now }) => {
  await giveVerdict(trx, scope, matterOf(matter), {
    solved: input.solved,
    satisfaction: input.satisfaction,
    words: input.words,
    givenAt: now,
  })
  return {
    set: { verdict: input.solved },
    history: { type: 'petition.rated', audience: 'public', facts: { solved: input.solved, satisfaction: input.satisfaction }, words: {} },
  }
})
