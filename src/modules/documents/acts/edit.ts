import { EditInput } from '../fields.ts'
import { documentAct, requireReason } from './document-act.ts'

/** Kind, number, issuer, days and subject. The address stays: it was given away. */
export const edit = documentAct(EditInput, async ({ matter, input, now }) => {
  const { reason, ...set } = input
  requireReason(matter, reason)
  return {
    set: { ...set, updatedAt: now },
    history: {
      type: 'document.edited',
      audience: matter.status === 'published' ? 'public' : 'internal',
      facts: { kind: set.kind, number: set.number, issuedOn: set.issuedOn, validFrom: set.validFrom, validTo: set.validTo },
      words: { reason },
    },
  }
})
