import type { CivilDate } from '../../shared/civil-date.ts'

export const pollStatuses = ['draft', 'scheduled', 'open', 'closed', 'withdrawn', 'discarded'] as const
export type PollStatus = (typeof pollStatuses)[number]
/** What readers may know of. */
export const shownStatuses = ['open', 'closed', 'withdrawn'] as const

export const whoVotes = ['everybody', 'accounts'] as const
export type WhoVotes = (typeof whoVotes)[number]

export const resultsShown = ['always', 'afterVoting', 'afterClosing'] as const
export type ResultsShown = (typeof resultsShown)[number]

export const FEWEST_OPTIONS = 2
export const MOST_OPTIONS = 20
/** Days after the end for which it is still known who voted, so that a complaint about a refused vote can be looked into. */
export const MARKS_KEPT_DAYS = 7

/** A question of the office to readers, with given answers. */
export interface Poll {
  id: string
  slug: string
  question: string
  status: PollStatus
  version: number
  /** 1: one answer alone. */
  mostChoices: number
  /** First and last day of voting, both included. */
  opensOn: CivilDate
  closesOn: CivilDate
  whoVotes: WhoVotes
  resultsShown: ResultsShown
  endedOn: CivilDate | null
}

export interface PollOption {
  /** 1 to 20: how votes name it. */
  place: number
  words: string
}

/** Kept counts; `votes` by place. */
export interface PollCounts {
  voters: number
  votes: readonly number[]
  /** Part of the votes that an earlier portal had counted, by place, and the day it came; null: none. */
  brought: { votes: readonly number[]; on: CivilDate } | null
}

export function matterOf(poll: { id: string }) {
  return { type: 'poll', id: poll.id }
}
