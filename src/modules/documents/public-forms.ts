import type { PublicForms } from '../history/index.ts'

const facts = { kind: 'word', number: 'document', issuedOn: 'date', validFrom: 'date', validTo: 'date' } as const

/** What the public log says of a document: its number and days, how many sentences an edition kept, and what it is linked with. */
export const documentForms: PublicForms = {
  'document.edited': { facts, commitments: ['reason'] },
  'document.textSet': {
    facts: { edition: 'number', passages: 'number', same: 'number', moved: 'number', changed: 'number', new: 'number', orphaned: 'number' },
    commitments: ['reason'],
  },
  'document.linked': { facts: { link: 'word', otherId: 'id', removed: 'flag' } },
  'document.published': { facts: { ...facts, edition: 'number' } },
  'document.withdrawn': { commitments: ['reason'] },
}
