import type { PublicForms } from '../history/index.ts'

/** What the public log says of a document: number and days, its editions, and what became of the sentences that others cite. */
export const documentForms: PublicForms = {
  'document.published': {
    facts: { kind: 'word', number: 'document', issuedOn: 'date', validFrom: 'date', validTo: 'date', edition: 'number' },
  },
  'document.edited': {
    facts: { kind: 'word', number: 'document', issuedOn: 'date', validFrom: 'date', validTo: 'date' },
    commitments: ['reason'],
  },
  'document.linked': { facts: { link: 'word', otherId: 'id', removed: 'flag' } },
  'document.textSet': {
    facts: {
      edition: 'number',
      passages: 'number',
      new: 'number',
      same: 'number',
      moved: 'number',
      changed: 'number',
      orphaned: 'number',
    },
    commitments: ['reason'],
  },
  'document.withdrawn': { commitments: ['reason'] },
}
