import { DomainError } from '../../../shared/errors.ts'
import { NoInput } from '../fields.ts'
import { documentAct } from './document-act.ts'

/** From now on everybody reads it; a document without a text has nothing to read. */
export const publish = documentAct(NoInput, async ({ matter, now }) => {
  if (matter.edition === 0) throw new DomainError('document_without_text', 409)
  const { kind, number, issuedOn, validFrom, validTo, edition } = matter
  return {
    set: { publishedAt: matter.publishedAt ?? now, updatedAt: now },
    history: { type: 'document.published', audience: 'public', facts: { kind, number, issuedOn, validFrom, validTo, edition } },
  }
})
