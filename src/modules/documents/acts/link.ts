import { DomainError } from '../../../shared/errors.ts'
import { LinkInput } from '../fields.ts'
import { findDocumentsNamed, setLink } from '../link-repository.ts'
import { documentAct } from './document-act.ts'

/** This document replaces, amends or carries out another one; or does so no longer. */
export const link = documentAct(LinkInput, async ({ trx, scope, matter, input, now }) => {
  const found = await findDocumentsNamed(trx, scope, input.other)
  const [other] = found
  if (!other) throw new DomainError('document_unknown', 422)
  if (found.length > 1) throw new DomainError('document_ambiguous', 422)
  if (other.id === matter.id) throw new DomainError('document_itself', 422)
  const removed = input.remove ?? false
  await setLink(trx, scope, { documentId: matter.id, kind: input.link, otherId: other.id }, removed)
  return {
    set: { updatedAt: now },
    history: {
      type: 'document.linked',
      audience: matter.status === 'published' && other.status === 'published' ? 'public' : 'internal',
      facts: { link: input.link, otherId: other.id, removed },
    },
  }
})
