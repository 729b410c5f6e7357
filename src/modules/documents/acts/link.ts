import { refuseInput } from '../../../platform/http/input.ts'
import { LinkInput, labels } from '../fields.ts'
import { findDocumentsNamed, setLink } from '../link-repository.ts'
import { documentAct } from './document-act.ts'

/** This document replaces, amends or carries out another one; or does so no longer. */
export const link = documentAct(LinkInput, async ({ trx, scope, matter, input, now }) => {
  const found = await findDocumentsNamed(trx, scope, input.other)
  const [other] = found
  if (!other) refuseInput([{ field: 'other', code: 'document_unknown' }], labels)
  if (found.length > 1) refuseInput([{ field: 'other', code: 'document_ambiguous' }], labels)
  if (other.id === matter.id) refuseInput([{ field: 'other', code: 'document_itself' }], labels)
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
