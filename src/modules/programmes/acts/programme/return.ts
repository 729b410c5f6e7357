import { ReasonInput } from '../../fields.ts'
import { programmeAct } from './programme-act.ts'

/** Back to its writers, with what is to be mended. */
export const returnToWriters = programmeAct(ReasonInput, async ({ input, now }) => ({
  set: { submittedBy: null, updatedAt: now },
  history: { type: 'programme.returned', audience: 'internal', words: { reason: input.reason } },
}))
