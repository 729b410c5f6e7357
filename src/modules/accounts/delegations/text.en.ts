import type { DelegationText } from './text.ts'

export const en: DelegationText = {
  title: 'Signing for the chairman',
  lead: 'For a dated absence of the chairman: who signs answers instead, from which day to which, by which document. After the last day the right ends by itself.',
  back: 'Inbox',
  none: 'Nobody signs for the chairman.',
  who: 'Who signs',
  whoHint: 'A head of unit. Nobody signs an answer that they drafted themselves.',
  days: 'Days',
  what: 'May sign',
  all: 'Feedback, recommendations and complaints',
  noComplaints: 'Feedback, recommendations',
  complaintsHint:
    'The settlement of complaints belongs to the chairman (Law on Complaints). Tick this only where the document says so and the law lets it; this ground has not been verified (how sure: K).',
  state: 'State',
  inForce: 'in force',
  later: 'not begun',
  over: 'over',
  ended: 'ended early',
  end: 'End it now',
  add: 'Add',
  submit: 'Record it',
}
