import type { CivilDate } from '../../shared/civil-date.ts'
import { type Actor, hasRole } from '../accounts/index.ts'
import type { Count } from '../tallies/index.ts'
import type { PollRole } from './lifecycle.ts'
import { type Poll, type PollCounts, type PollStatus, shownStatuses } from './poll.ts'

/** Who reads polls in the office, drafts among them. */
export const readers = ['editor', 'chairman', 'auditor'] as const

export function isShown({ status }: Pick<Poll, 'status'>): boolean {
  return shownStatuses.some((shown) => shown === status)
}

/** Roles that somebody has towards a poll; null hides it: a draft is the office's own. */
export function rolesOn(actor: Actor | null, poll: Pick<Poll, 'status'>): Set<PollRole> | null {
  const roles = new Set<PollRole>(hasRole(actor, 'editor') ? ['editor'] : [])
  return isShown(poll) || hasRole(actor, ...readers) ? roles : null
}

/** Where a poll stands on a day, whether or not the worker has been there: after its last day no vote is taken. */
export function statusOn({ status, opensOn, closesOn }: Pick<Poll, 'status' | 'opensOn' | 'closesOn'>, today: CivilDate): PollStatus {
  if (status === 'open' && today > closesOn) return 'closed'
  return status === 'open' && today < opensOn ? 'scheduled' : status
}

/** Whether a reader may see the results; the office sees them no sooner. */
export function mayReadResults(
  poll: Pick<Poll, 'status' | 'opensOn' | 'closesOn' | 'resultsShown'>,
  today: CivilDate,
  hasVoted: boolean,
): boolean {
  const status = statusOn(poll, today)
  if (status === 'closed') return true
  if (status !== 'open') return false
  return poll.resultsShown === 'always' || (poll.resultsShown === 'afterVoting' && hasVoted)
}

/** Why a ballot is refused; null when it can be counted. */
export function faultOf(
  choices: readonly number[],
  optionCount: number,
  mostChoices: number,
): 'no_choice' | 'unknown_option' | 'too_many_options' | null {
  const chosen = new Set(choices)
  if (chosen.size === 0) return 'no_choice'
  if ([...chosen].some((place) => !Number.isInteger(place) || place < 1 || place > optionCount)) return 'unknown_option'
  return chosen.size > mostChoices ? 'too_many_options' : null
}

export interface Share {
  votes: number
  /** Of `shareBase`; of those who voted: with several answers the shares add up to more than one. */
  share: number
}

/** Of what shares are shares: of the ballots, or of all choices where an earlier portal did not count its ballots. */
export function shareBase({ mostChoices }: Pick<Poll, 'mostChoices'>, { voters, votes, brought }: PollCounts): number {
  return brought && mostChoices > 1 ? votes.reduce((sum, n) => sum + n, 0) : voters
}

export function sharesOf({ voters, votes }: Pick<PollCounts, 'voters' | 'votes'>): Share[] {
  return votes.map((n) => ({ votes: n, share: voters === 0 ? 0 : n / voters }))
}

/** Names of the counts below. */
export const countedNames = ['poll.status'] as const

export function countsFor({ status }: Pick<Poll, 'status'>): Count[] {
  return [{ name: 'poll.status', owner: 'all', bucket: status }]
}
