import type { Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { appendEntry } from '../history/index.ts'
import { recount } from '../tallies/index.ts'
import { insertUnderFreeSlug } from './make-poll.ts'
import { matterOf, type Poll, type WhoVotes } from './poll.ts'
import { setBroughtVotes, setOptions } from './poll-repository.ts'
import { countsFor } from './rules.ts'

export interface BroughtPoll {
  id: string
  question: string
  /** `draft`: readers never saw it, and nobody voted. */
  status: 'draft' | 'open' | 'closed'
  options: readonly { words: string; votes: number }[]
  mostChoices: number
  opensOn: CivilDate
  closesOn: CivilDate
  whoVotes: WhoVotes
  /** Which row of the earlier portal it is: `voting 3`. */
  from: string
  by: { personId: string; at: Date }
  today: CivilDate
}

/**
 * A poll that readers voted in at an earlier portal, with its counts as they stood. An open one is voted in on: nobody's earlier vote is
 * known, so everybody has one here.
 */
export async function bringPoll(trx: Trx, scope: Scope, brought: BroughtPoll): Promise<Poll> {
  const { id, question, status, options, mostChoices, opensOn, closesOn, whoVotes, from, by, today } = brought
  const facts = { question, mostChoices, opensOn, closesOn, whoVotes, resultsShown: 'always' as const }
  const poll = await insertUnderFreeSlug(trx, scope, { ...facts, id, status, endedOn: status === 'closed' ? today : null })
  const votes = options.map((option) => option.votes)
  await setOptions(
    trx,
    scope,
    id,
    options.map(({ words }) => words),
  )
  // Where one answer is given, votes are ballots; where several are, that portal counted no ballots.
  const ballots = mostChoices === 1 ? votes.reduce((sum, n) => sum + n, 0) : 0
  if (status !== 'draft') await setBroughtVotes(trx, scope, id, { votes, on: today, ballots })
  const entry = { type: 'poll.brought', audience: 'internal', facts: { from, status, votes } } as const
  await appendEntry(trx, scope, matterOf(poll), entry, { role: 'editor', ...by })
  await recount(trx, scope, [], countsFor(poll))
  return poll
}
