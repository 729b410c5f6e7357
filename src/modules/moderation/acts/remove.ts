import { RemoveInput } from '../fields.ts'
import { moderationAct } from './moderation-act.ts'

/** Nobody reads it any more; the reason stands in its place, the words go to its writer, the original is kept. */
export const remove = moderationAct(RemoveInput, async ({ matter, input: { reason, words }, now }) => ({
  set: { reason, movedAt: now },
  history: { type: 'moderation.removed', audience: 'filer', facts: { reason, revision: matter.revision }, words: { words } },
}))
