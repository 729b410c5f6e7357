import { NoInput } from '../fields.ts'
import { moderationAct } from './moderation-act.ts'

/** The writer takes it back; what was sent is kept as the original until its erasure is asked for. */
export const withdraw = moderationAct(NoInput, async ({ matter, now }) => ({
  set: { reason: null, movedAt: now },
  history: { type: 'moderation.withdrawn', audience: 'filer', facts: { revision: matter.revision } },
}))
