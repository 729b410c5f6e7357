import type { PublicForm, PublicForms } from '../history/index.ts'

/** The unit that has it, before and after. */
const owner = { unitId: 'id', previousUnitId: 'id' } as const
/** Due dates of the clocks that an act starts, as the runner writes them. */
const started = { initialResultDueOn: 'date', acceptanceDueOn: 'date', resolutionDueOn: 'date', promiseDueOn: 'date' } as const
const moved = { stage: 'word', oldDueOn: 'date', dueOn: 'date' } as const
const because: PublicForm = { commitments: ['reason'] }
const letter = ['agency', 'documentNumber', 'reason'] as const

/**
 * What the public log says of each public step of a case. It stands there for every case, published or not: so no ground that tells of a
 * person (no legal capacity, heirs sought), no place, no name of who worked on it; words as commitments.
 */
export const petitionForms: PublicForms = {
  'petition.received': {
    facts: { code: 'code', kind: 'word', channel: 'word', publish: 'flag', dueOn: 'date' },
    commitments: ['content'],
  },
  'petition.accepted': { facts: { unitId: 'id', ...started } },
  'petition.declined': { commitments: ['ground', 'reason'] },
  'petition.assigned': { facts: owner, moves: true },
  'petition.verified': { facts: { verificationId: 'id', unitId: 'id' }, commitments: ['words'] },
  'petition.fileAdded': { facts: { role: 'word', files: 'id' } },
  'petition.foundComplex': { facts: { criteria: 'number', ...moved }, commitments: ['reason'], moves: true },
  'petition.answered': {
    facts: { answerId: 'id', outcome: 'word', promisedOn: 'date', dueOn: 'date', ...started },
    commitments: ['text'],
  },
  'petition.cleared': {},
  'petition.redacted': because,
  'petition.withdrawn': because,
  'petition.partWithdrawn': { commitments: ['words'] },
  'petition.rated': { facts: { solved: 'word', satisfaction: 'number' } },
  'petition.guided': { commitments: letter },
  'petition.transferred': { commitments: letter },
  'petition.reportedBack': { commitments: ['words', 'documentNumber'] },
  'petition.transferredWithin': { facts: owner, commitments: ['reason'], moves: true },
  'petition.carriedOver': { facts: { ...owner, decision: 'document', officerReleased: 'flag' }, moves: true },
  'petition.extended': { facts: moved, commitments: ['reason'], moves: true },
  'petition.clockMoved': { facts: { stage: 'word', oldDueOn: 'date', newDueOn: 'date', notice: 'document' }, moves: true },
  'petition.suspended': { facts: { stage: 'word', oldDueOn: 'date' }, commitments: ['ground', 'documentNumber', 'reason'], moves: true },
  'petition.resumed': { facts: moved, commitments: ['documentNumber', 'reason'], moves: true },
  'petition.promiseKept': { facts: { promisedOn: 'date' }, commitments: ['words'] },
  'petition.closed': because,
  'petition.reopened': { facts: { verdict: 'word', answeredOn: 'date', ...owner, ...started }, commitments: ['reason'], moves: true },
  'petition.appealed': { facts: { late: 'flag', latestOn: 'date', appealId: 'id', code: 'code' }, commitments: ['agency', 'reason'] },
}
