import { RestoreInput } from '../fields.ts'
import { moderationAct } from './moderation-act.ts'

/** The removal was wrong: the text stands again as it was. */
export const restore = moderationAct(RestoreInput, async ({ matter, input: { words }, now }) => ({
  set: { reason: null, movedAt: now, firstShownAt: matter.firstShownAt ?? now },
  history: {
    type: 'moderation.restored',
    audience: 'filer',
    facts: { reasonWas: matter.reason, revision: matter.revision },
    words: { words },
  },
}))
