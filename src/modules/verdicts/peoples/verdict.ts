import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Matter } from '../../history/index.ts'
import type { ItemStatus } from '../../moderation/index.ts'

/** What one can say of a thing that calls itself done. */
export const sayings = ['done', 'partly', 'not'] as const
export type Said = (typeof sayings)[number]

/** Who gives a verdict by name: the Fatherland Front, and the people's inspectorate. */
export const officialBodies = ['front', 'inspectorate'] as const
export type OfficialBody = (typeof officialBodies)[number]

export const MOST_PHOTOS = 3
/** Letters of the words, counted as people count them after NFC. */
export const MOST_LETTERS = 2_000
export const NAME_LETTERS = 60
export const MINUTES_LETTERS = 40

/** How many residents said each. */
export type Figures = Record<Said, number>

/** One round: from a report that it is done to the next. */
export interface Round extends Figures {
  id: string
  matterType: string
  matterId: string
  /** From 1. */
  round: number
  openedOn: CivilDate
}

/** Words and photos that stand with a verdict. */
export interface Words {
  id: string
  roundId: string
  code: string
  matterType: string
  matterId: string
  said: Said
  name: string | null
  body: string | null
  photos: number
  status: ItemStatus
  /** An officer has read it; only then everybody does. */
  seen: boolean
  sentAt: Date
  erasedAt: Date | null
}

export interface OfficialVerdict {
  roundId: string
  body: OfficialBody
  said: Said
  words: string
  /** Number of the inspectorate's minutes: `04/BB-TTND`. */
  minutes: string | null
  givenOn: CivilDate
  givenBy: string
}

/** What a reader does once: a round, not the matter. */
export const roundMatter = ({ id }: { id: string }): Matter => ({ type: 'verdictRound', id })
/** The words, to the queue, the files and the requests about personal data. */
export const wordsMatter = ({ id }: { id: string }): Matter => ({ type: 'verdict', id })
/** All pages that show somebody's words with a verdict. */
export const VERDICTS_TAG = 'verdicts'

export function sumOf({ done, partly, not }: Figures): number {
  return done + partly + not
}
