import { DomainError } from '../../../shared/errors.ts'
import { NoInput } from '../fields.ts'
import { articleAct } from './article-act.ts'
import { showToReaders } from './show.ts'

/** The time that was set has come; whoever set it had the right to publish then. */
export const publishDue = articleAct(NoInput, async (context) => {
  const { matter, now } = context
  if (!matter.scheduledAt || matter.scheduledAt > now) throw new DomainError('not_due', 409)
  return {
    set: await showToReaders(context),
    history: { type: 'article.published', audience: 'public', facts: { edition: matter.edition, scheduled: true } },
  }
})
