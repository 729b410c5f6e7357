import type { Lang } from '../../shared/lang.ts'
import type { PollAct } from './lifecycle.ts'
import type { PollStatus, ResultsShown, WhoVotes } from './poll.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

type Details = Record<string, unknown>

export interface PollsText {
  status: Record<PollStatus, string>
  act: Record<PollAct, string>
  whoVotes: Record<WhoVotes, string>
  resultsShown: Record<ResultsShown, string>
  fields: Record<string, string>
  errors: Record<string, string | ((details: Details) => string)>
  list: {
    title: string
    lead: string
    none: string
    open: string
    data: string
    dataHint: string
  }
  vote: {
    submit: string
    results: string
    /** Told before voting. */
    secret: string
    about: string
    one: string
    several: (most: string) => string
    days: (from: string, until: string) => string
    signIn: string
    recorded: string
    again: string
    /** What is kept, and for how long. */
    privacy: string
  }
  results: {
    title: string
    chart: string
    votes: string
    head: readonly [string, string, string]
    voters: (n: string) => string
    ofVoters: string
    /** Instead of the two above, where an earlier portal's votes are among them. */
    votesInAll: (n: string) => string
    ofChoices: string
    /** `all`: no vote was given here yet. */
    brought: (n: string, date: string, all: boolean) => string
    hidden: Record<'afterVoting' | 'afterClosing', string>
    closed: (date: string) => string
    withdrawn: string
    none: string
    csv: string
  }
  office: {
    title: string
    lead: string
    make: string
    none: string
    head: Record<'question' | 'days' | 'who', string>
    done: string
    facts: string
    acts: string
    noActs: string
    history: string
    optionsHint: string
    mostHint: string
    opensHint: string
    closesHint: string
    reasonHint: string
    fixed: string
    seeAsReader: string
    save: string
  }
  event: Record<string, string>
  role: Record<string, string>
}

export const text: Record<Lang, PollsText> = { vi, en }
