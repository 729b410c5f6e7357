import { DomainError } from '../../../shared/errors.ts'
import { NoInput } from '../fields.ts'
import { unready } from '../rules.ts'
import { articleAct } from './article-act.ts'

/** Laid before somebody else to read. */
export const submit = articleAct(NoInput, async ({ matter, now }) => {
  const [code] = unready(matter)
  if (code) throw new DomainError(code, 409)
  return { set: { updatedAt: now }, history: { type: 'article.submitted', audience: 'internal', facts: { edition: matter.edition } } }
})
