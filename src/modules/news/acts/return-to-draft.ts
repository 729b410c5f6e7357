import { ReasonInput } from '../fields.ts'
import { articleAct } from './article-act.ts'

/** Back to the desk: something must be put right first. */
export const returnToDraft = articleAct(ReasonInput, async ({ matter, input, now }) => ({
  set: { scheduledAt: null, updatedAt: now },
  history: {
    type: 'article.returned',
    audience: 'internal',
    facts: { edition: matter.edition },
    words: { reason: input.reason },
  },
}))
