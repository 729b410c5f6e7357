import type { CivilDate } from '../../shared/civil-date.ts'
import type { Matter } from '../history/index.ts'

/** Thường xuyên; định kỳ (the head's days); đột xuất. */
export const occasions = ['regular', 'periodic', 'adHoc'] as const
export type Occasion = (typeof occasions)[number]

/** Column 6 of form 03/TCD; `petition` is a recommendation or feedback. */
export const classifications = ['complaint', 'denunciation', 'petition'] as const
export type Classification = (typeof classifications)[number]

export const entryStatuses = ['written', 'erased'] as const
export type EntryStatus = (typeof entryStatuses)[number]

/** From how many people on a visit is a group's, with representatives (Luật Tiếp công dân 2013, Đ29; TT 07/2014/TT-TTCP, Đ6). */
export const GROUP = { people: 5, basis: 'Luật Tiếp công dân 2013, Điều 29; TT 07/2014/TT-TTCP, Điều 6' } as const

/** One visit: a line of the book, without who came and what was said. */
export interface Entry {
  id: string
  year: number
  /** Column 1: the number within the year's book. */
  number: number
  receivedOn: CivilDate
  occasion: Occasion
  classification: Classification
  /** Column 7: people who come about the same matter. */
  people: number
  /** First visit about the same matter; the own id for a first visit. */
  rootId: string
  /** Type and id of the petition or appointment that it belongs to. */
  matterType: string | null
  matterId: string | null
  settledBy: string | null
  competent: boolean
  guidedTo: string | null
  guidedDocument: string | null
  transferredTo: string | null
  transferredDocument: string | null
  status: EntryStatus
  version: number
}

/** Columns 3 and 4, and who speaks for a group. A denouncer has none of this here. */
export interface Person {
  name: string
  address: string | null
  identity: string | null
  representatives: string | null
}

/** Columns 5 and 12. */
export interface Words {
  summary: string
  followUp: string | null
}

/** The reference by which the ground floor names an entry. */
export function matterOf({ id }: { id: string }): Matter {
  return { type: 'reception', id }
}

/** Columns 9 to 12 are read from the case, not written here. */
export function followsCase({ matterType }: Pick<Entry, 'matterType'>): boolean {
  return matterType === 'petition'
}

/** `12/2026`: how people name a line of the book. */
export function numberOf({ number, year }: Pick<Entry, 'number' | 'year'>): string {
  return `${number}/${year}`
}
