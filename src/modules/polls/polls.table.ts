import type { Generated } from 'kysely'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { PollStatus, ResultsShown, WhoVotes } from './poll.ts'

declare module '../../platform/database.ts' {
  interface Database {
    polls: {
      authority_id: number
      id: string
      slug: string
      question: string
      status: PollStatus
      version: Generated<number>
      most_choices: number
      opens_on: CivilDate
      closes_on: CivilDate
      who_votes: WhoVotes
      results_shown: ResultsShown
      ended_on: CivilDate | null
      marks_forgotten: Generated<boolean>
    }
    poll_options: { authority_id: number; poll_id: string; place: number; words: string }
    poll_counts: {
      authority_id: number
      poll_id: string
      voters: Generated<number>
      votes: number[]
      brought_votes: number[] | null
      brought_on: CivilDate | null
    }
  }
}
