import type { CivilDate } from '../../shared/civil-date.ts'

export const documentStatuses = ['draft', 'published', 'withdrawn', 'discarded'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

export const documentKinds = [
  'resolution',
  'plan',
  'programme',
  'decision',
  'directive',
  'report',
  'announcement',
  'guidance',
  'letter',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What one document does to another. */
export const linkKinds = ['replaces', 'amends', 'implements'] as const
export type LinkKind = (typeof linkKinds)[number]

/** A paper of the state or the Party: what promises are read from and measured by. */
export interface Document {
  id: string
  slug: string
  status: DocumentStatus
  version: number
  kind: DocumentKind
  /** Number and symbol as printed: `37/KH-UBND`. */
  number: string | null
  issuer: string
  signer: string | null
  /** Trích yếu: what it is about, in a line. */
  subject: string
  issuedOn: CivilDate | null
  validFrom: CivilDate | null
  /** Last day on which it is in force; null: until something replaces it. */
  validTo: CivilDate | null
  /** Newest edition of its text; 0: no text yet. */
  edition: number
  publishedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

export type PassageKind = 'heading' | 'clause' | 'sentence' | 'cell'
/** How a passage came from the edition before. */
export type Came = 'new' | 'same' | 'moved' | 'changed'

/** A heading, clause, sentence or cell of one edition. */
export interface Passage {
  /** Order in the text, from 1. */
  place: number
  /** The same through all editions in which it is the same sentence: what cites it holds on to this. */
  anchorId: string
  /** Address that people read: `II/1/a#2`. */
  path: string
  kind: PassageKind
  depth: number
  text: string
  came: Came
}

/** An edition of a text, which stays when the next one comes. */
export interface Edition {
  edition: number
  madeAt: Date
}

/** What became of a text from one edition to the next. */
export interface EditionChanges {
  same: number
  /** Each new sentence that stands elsewhere, is in other words, or is new; with what it was. */
  moved: { was: Passage; is: Passage }[]
  changed: { was: Passage; is: Passage }[]
  fresh: Passage[]
  /** What this edition has no longer. */
  orphans: Passage[]
}

/** The other document of a link, and which of the two does it. */
export interface LinkedDocument extends Pick<Document, 'id' | 'slug' | 'number' | 'subject' | 'status' | 'kind'> {
  link: LinkKind
  /** `to`: this document replaces that one; `from`: it is replaced by it. */
  way: 'to' | 'from'
}

export function matterOf(document: { id: string }) {
  return { type: 'document', id: document.id }
}
