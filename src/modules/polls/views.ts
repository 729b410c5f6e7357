import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { listHistory } from '../history/index.ts'
import { type Identity, isMarked } from '../readers/index.ts'
import { matterOf, type Poll, type PollCounts, type PollOption, type PollStatus } from './poll.ts'
import { getCounts, listOptions } from './poll-repository.ts'
import { mayReadResults, shareBase, sharesOf, statusOn } from './rules.ts'

/** A poll as one reader may see it; the same for the page and the API. */
export interface PollView {
  poll: Poll
  /** As of today: after the last day it is closed, though no worker has been there. */
  status: PollStatus
  options: PollOption[]
  hasVoted: boolean
  /** Null while this reader may not see them. */
  counts: PollCounts | null
  /** Why it was withdrawn. */
  reason: string | null
}

export async function viewPoll(db: Db, scope: Scope, poll: Poll, identity: Identity | null, today: CivilDate): Promise<PollView> {
  const matter = matterOf(poll)
  const [options, hasVoted, history] = await Promise.all([
    listOptions(db, scope, poll.id),
    identity ? isMarked(db, scope, matter, identity) : false,
    poll.status === 'withdrawn' ? listHistory(db, scope, matter, ['public']) : [],
  ])
  const counts = mayReadResults(poll, today, hasVoted) ? await getCounts(db, scope, poll.id) : null
  return { poll, status: statusOn(poll, today), options, hasVoted, counts, reason: history.at(-1)?.words['reason'] ?? null }
}

export function pollJson({ slug, question, opensOn, closesOn, mostChoices, whoVotes, resultsShown, version }: Poll, status: PollStatus) {
  return { slug, question, status, opensOn, closesOn, mostChoices, whoVotes, resultsShown, version }
}

export function viewJson({ poll, status, options, hasVoted, counts, reason }: PollView) {
  const shares = counts && sharesOf({ ...counts, voters: shareBase(poll, counts) })
  return {
    ...pollJson(poll, status),
    reason,
    hasVoted,
    voters: counts?.voters ?? null,
    broughtOn: counts?.brought?.on ?? null,
    options: options.map(({ place, words }, i) => ({
      option: place,
      words,
      votes: shares?.[i]?.votes ?? null,
      share: shares ? Math.round((shares[i]?.share ?? 0) * 10_000) / 10_000 : null,
      ...(counts?.brought ? { broughtVotes: counts.brought.votes[i] ?? 0 } : {}),
    })),
  }
}
