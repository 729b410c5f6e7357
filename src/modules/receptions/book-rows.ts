import type { Db } from '../../platform/database.ts'
import { shortDate } from '../../shared/format.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import { type Entry, followsCase, GROUP, type Person, type Words } from './entry.ts'
import { findPeople, findWords } from './entry-repository.ts'
import type { CaseSource, FollowUp } from './sources.ts'
import { text } from './text.ts'

/** A line with all that this reader may see of it. */
export interface BookRow {
  entry: Entry
  /** Null: erased, of a denouncer, or not for this reader. */
  person: Person | null
  words: Words | null
  /** How the petition behind it stands. */
  follow: FollowUp | null
  /** This reader sees who came. */
  readsPeople: boolean
}

/** Adds to lines what stands in the side tables and in the cases. */
export async function bookRows(
  db: Db,
  cases: Pick<CaseSource, 'follow'>,
  scope: Scope,
  entries: readonly Entry[],
  readsPeople: boolean,
): Promise<BookRow[]> {
  const ids = entries.map(({ id }) => id)
  const petitions = entries.filter(followsCase).map(({ matterId }) => matterId!)
  const [people, words, follow] = await Promise.all([
    readsPeople ? findPeople(db, scope, ids) : new Map<string, Person>(),
    findWords(db, scope, ids),
    cases.follow(scope, petitions),
  ])
  return entries.map((entry) => ({
    entry,
    person: people.get(entry.id) ?? null,
    words: readsPeople || entry.classification !== 'denunciation' ? (words.get(entry.id) ?? null) : null,
    follow: (followsCase(entry) && follow.get(entry.matterId!)) || null,
    readsPeople,
  }))
}

/** The twelve columns of form 03/TCD, as words. */
export type Columns = readonly [
  number: string,
  day: string,
  who: string,
  identity: string,
  summary: string,
  classification: string,
  people: string,
  settledBy: string,
  competent: string,
  guided: string,
  transferred: string,
  followUp: string,
]

export function columnsOf(lang: Lang, row: BookRow): Columns {
  const words = text[lang]
  const { entry, person, follow } = row
  return [
    String(entry.number),
    shortDate(entry.receivedOn),
    whoCame(lang, row),
    person?.identity ?? '',
    summaryOf(lang, row),
    words.classification[entry.classification],
    entry.people >= GROUP.people ? words.book.group(entry.people) : String(entry.people),
    entry.settledBy ?? '',
    entry.competent || follow?.accepted ? 'x' : '',
    withDocument(lang, follow?.guidedTo ?? entry.guidedTo, follow ? follow.guidedDocument : entry.guidedDocument),
    withDocument(lang, follow?.transferredTo ?? entry.transferredTo, follow ? follow.transferredDocument : entry.transferredDocument),
    [follow && `${follow.code}: ${follow.words[lang]}`, row.words?.followUp].filter(Boolean).join('. '),
  ]
}

/** Column 3; of a denouncer the book says only that it is kept secret. */
export function whoCame(lang: Lang, { entry, person, readsPeople }: BookRow): string {
  const words = text[lang].book
  if (entry.classification === 'denunciation') return words.denouncer
  if (!readsPeople) return words.notForYou
  if (!person) return words.erased
  return [person.name, person.address, person.representatives && words.represented(person.representatives)].filter(Boolean).join(', ')
}

export function summaryOf(lang: Lang, { entry, words, readsPeople }: BookRow): string {
  if (words) return words.summary
  return entry.classification === 'denunciation' && !readsPeople ? text[lang].book.secretSummary : text[lang].book.erased
}

function withDocument(lang: Lang, agency: string | null, document: string | null): string {
  if (!agency) return ''
  return document ? `${agency} (${text[lang].book.document(document)})` : agency
}
