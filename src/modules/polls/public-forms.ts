import type { PublicForms } from '../history/index.ts'

/** What the public log says of a poll: its days, and how many voted. */
export const pollForms: PublicForms = {
  'poll.opened': { facts: { opensOn: 'date', closesOn: 'date' } },
  'poll.closed': { facts: { voters: 'number', votes: 'number' } },
  'poll.withdrawn': { commitments: ['reason'] },
}
