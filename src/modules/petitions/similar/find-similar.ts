import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Outcome, PetitionStatus, Verdict } from '../petition.ts'
import { frequenciesOf, likeness, tellingWords } from './likeness.ts'
import '../petitions.table.ts'

/** A case beside which another one stands. */
export interface SimilarCase {
  id: string
  code: string
  subject: string
  status: PetitionStatus
  outcome: Outcome | null
  verdict: Verdict | null
  receivedOn: CivilDate
  answeredOn: CivilDate | null
  unitId: string | null
  /** 0 to 1. */
  likeness: number
}

/** Newest cases that are compared whatever their words, and from which the weight of a word is learnt. */
const RECENT = 800
/** A word that fewer of them have is rare: all cases that have it are looked up. */
const RARE = 3
const MOST_BY_RARE_WORD = 200
/** Below this they only share some words. */
const ALIKE = 0.35

/** Public cases; or those that were answered, as far as an officer of this unit may read them: of every unit when null. */
export type Among = 'public' | { answeredFor: string | null }

const isPublicCase = sql<boolean>`publish and cleared_at is not null and status <> 'withdrawn'`
const publicSubject = sql<string>`coalesce(public_subject, subject)`

/**
 * Cases that sound like a subject, the most alike first. The newest are compared with it by their words; of older ones, those that
 * share a rare word: what is read stays small however many cases there are.
 */
export async function findSimilar(
  db: Db,
  scope: Scope,
  { subject, among, except, most }: { subject: string; among: Among; except?: string; most: number },
): Promise<SimilarCase[]> {
  const words = tellingWords(subject)
  if (words.length === 0) return []
  const recent = await select(db, scope, among)
    .orderBy(among === 'public' ? 'received_at' : 'answered_on', 'desc')
    .orderBy('id', 'desc')
    .limit(RECENT)
    .execute()
  const told = new Map(recent.map((row) => [row.id, tellingWords(row.subject)]))
  const frequencies = frequenciesOf([...told.values()])
  const rare = words.filter((word) => (frequencies.of.get(word) ?? 0) < RARE).slice(0, 8)
  const older = recent.length < RECENT || rare.length === 0 ? [] : await withAnyWord(db, scope, among, rare)
  const found = new Map([...recent, ...older].map((row) => [row.id, row]))
  if (except) found.delete(except)
  return [...found.values()]
    .map((row) => ({ ...row, likeness: likeness(words, told.get(row.id) ?? tellingWords(row.subject), frequencies) }))
    .filter((row) => row.likeness >= ALIKE)
    .toSorted((one, other) => other.likeness - one.likeness || (one.receivedOn < other.receivedOn ? 1 : -1))
    .slice(0, most)
}

function select(db: Db, scope: Scope, among: Among) {
  return db
    .selectFrom('petitions')
    .select(['id', 'code', 'status', 'outcome', 'verdict', 'received_on as receivedOn', 'answered_on as answeredOn', 'unit_id as unitId'])
    .select(subjectFor(among).as('subject'))
    .where('authority_id', '=', scope.authorityId)
    .where(mayRead(among))
}

function mayRead(among: Among) {
  if (among === 'public') return isPublicCase
  const answered = sql<boolean>`answered_on is not null`
  return among.answeredFor === null ? answered : sql<boolean>`${answered} and (unit_id = ${among.answeredFor}::uuid or (${isPublicCase}))`
}

/** What was cut out of a public text is read by the own unit alone. */
function subjectFor(among: Among) {
  if (among === 'public') return publicSubject
  return among.answeredFor === null
    ? sql<string>`subject`
    : sql<string>`case when unit_id = ${among.answeredFor}::uuid then subject else ${publicSubject} end`
}

function withAnyWord(db: Db, scope: Scope, among: Among, words: readonly string[]) {
  return select(db, scope, among)
    .where(
      sql<boolean>`id in (select id from (select id from petitions where search_plain @@ to_tsquery('simple', ${words.join(' | ')}) offset 0) as found)`,
    )
    .orderBy('received_at', 'desc')
    .limit(MOST_BY_RARE_WORD)
    .execute()
}
