import { addMessage } from '../../messages/index.ts'
import { AskInput } from '../fields.ts'
import { matterOf } from '../petition.ts'
import { petitionAct } from './petition-act.ts'

/** Asks the filer for what is missing. No clock of the law stops for it. */
export const askToComplete = petitionAct(AskInput, async ({ trx, scope, matter, input, actor, today }) => {
  await addMessage(trx, scope, { matter: matterOf(matter), kind: 'toFiler', authorId: actor!.personId, body: input.words })
  return {
    set: { awaitingSince: today },
    history: { type: 'petition.askedToComplete', audience: 'filer', words: { words: input.words } },
  }
})
