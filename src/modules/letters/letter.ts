import type { CivilDate } from '../../shared/civil-date.ts'
import type { Paper } from './papers.ts'

/** A column of a table; widths are shares of the page. */
export interface LetterColumn {
  head: string
  share: number
  /** Numbers of lines and days stand in the middle. */
  centred?: boolean
}

export interface LetterTable {
  columns: readonly LetterColumn[]
  rows: readonly (readonly string[])[]
}

/** What a paper says, without its looks. Headings are numbered here: I, 1, a. */
export type Block = { heading: string; level: 1 | 2 | 3 } | { paragraph: string } | { list: readonly string[] } | { table: LetterTable }

/** Table on a page of its own, across: "Phụ lục". */
export interface Appendix {
  title: string
  table: LetterTable
}

/** An official paper as Decree 30/2020/NĐ-CP, annex I, lays it out. */
export interface Letter {
  paper: Paper
  /** The agency above; null where the issuer stands alone. */
  above: string | null
  issuer: string
  /** `37`; null: dots, to be numbered by hand. */
  number: string | null
  /** After the kind's abbreviation: `UBND`; null where nobody entered it. */
  symbol: string | null
  place: string
  /** Null: dots for the day. */
  issuedOn: CivilDate | null
  /** Trích yếu. */
  subject: string
  isDraft: boolean
  /** Null: the appendices alone. */
  blocks: readonly Block[] | null
  appendices: readonly Appendix[]
  signer: { onBehalf: string | null; title: string; name: string | null }
  recipients: readonly string[]
  /** Day in the file's own facts: the same letter always gives the same bytes. */
  madeOn: CivilDate
}
