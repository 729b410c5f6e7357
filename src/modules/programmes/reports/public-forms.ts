import type { PublicForms } from '../../history/index.ts'

/** What the public log says of periodic reports: for which days, due when, and how much was done; of words the commitments alone. */
export const reportForms: PublicForms = {
  'programme.reportsRequested': { facts: { from: 'date', to: 'date', dueOn: 'date', agencies: 'number' } },
  'report.requested': { facts: { plan: 'id', unit: 'id', from: 'date', to: 'date', dueOn: 'date' } },
  'report.submitted': {
    facts: { total: 'number', done: 'number', late: 'number', withEvidence: 'number' },
    commitments: ['result', 'obstacles', 'proposals'],
  },
  'report.returned': { commitments: ['reason'] },
  'report.accepted': {},
}
