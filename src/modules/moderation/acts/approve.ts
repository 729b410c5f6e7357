import { NoInput } from '../fields.ts'
import { moderationAct } from './moderation-act.ts'

/** Everybody may read it; what was shown at once counts as read from now on. */
export const approve = moderationAct(NoInput, async ({ matter, now }) => ({
  set: { movedAt: now, firstShownAt: matter.firstShownAt ?? now },
  history: { type: 'moderation.approved', audience: 'filer', facts: { revision: matter.revision } },
}))
