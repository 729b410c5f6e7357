import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Database, Db } from '../../platform/database.ts'
import { isCivilDate } from '../../shared/civil-date.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import { fold, hasMarks, nfc } from '../../shared/vietnamese-text.ts'
import type { Scope } from '../accounts/index.ts'
import type { Petition, PetitionKind, PetitionStatus } from './petition.ts'
import { published } from './petition.ts'
import { petitionColumns } from './petition-repository.ts'
import { NO_DUE_DATE } from './rules.ts'
import { everOfUnit } from './unit-conditions.ts'

export type { Page }

export type PetitionQuery = SelectQueryBuilder<Database, 'petitions', object>
type Query = PetitionQuery

/** A due date, or an instant as PostgreSQL writes it; nothing that it would refuse to read. */
const isMoment = (part: string) =>
  (isCivilDate(part.slice(0, 10)) || part === NO_DUE_DATE) && /^(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z)?$/.test(part.slice(10))
export const checks = [isMoment, isUuid]

/** What a search asks of which index; null when nothing was typed that could be searched. */
export interface Search {
  column: 'search_plain' | 'search_toned'
  asked: RawBuilder<string>
  words: number
}

/** All words must occur, whole: Vietnamese words are short, and a beginning such as `an` would match a third of them. Exact tones when any mark was typed. */
export function searchFor(words: string): Search | null {
  const toned = hasMarks(words)
  const terms = (toned ? nfc(words).toLowerCase() : fold(words)).match(/[\p{L}\p{N}]+/gu)
  if (!terms) return null
  const asked = terms.slice(0, 12)
  return {
    column: toned ? 'search_toned' : 'search_plain',
    asked: sql`to_tsquery('simple', ${asked.join(' & ')})`,
    words: asked.length,
  }
}

/**
 * The matches of a search, found by the text index alone: `offset 0` keeps the planner from walking a list by date instead, which it
 * takes for cheaper because it does not know how rare a rare word is. At a million cases that walk takes seconds.
 */
export function matching(query: Query, { column, asked }: Search): Query {
  const found = sql`select id from (select id from petitions where ${sql.ref(column)} @@ ${asked} offset 0) as found`
  return query.where(sql<boolean>`petitions.id in (${found})`)
}

export interface RegisterFilter {
  status?: PetitionStatus | undefined
  unit?: string | undefined
  kind?: PetitionKind | undefined
  q?: string | undefined
}

/** The public register, newest first: only what the filer agreed to and an officer cleared. */
export async function listRegister(
  db: Db,
  scope: Scope,
  filter: RegisterFilter,
  after: string | null,
  limit: number,
): Promise<Page<Petition>> {
  let query = (db.selectFrom('petitions') as unknown as Query)
    .where('authority_id', '=', scope.authorityId)
    .where(sql<boolean>`publish and cleared_at is not null and status <> 'withdrawn'`)
  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.unit) query = await everOfUnit(db, scope, query, filter.unit)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  const page = await newestFirst(db, query, filter.q, after, limit)
  return { ...page, items: page.items.map(published) }
}

/**
 * How many of the newest cases a search for a common word reads by date before it asks the text index. A word that one case in forty has
 * fills its page from these; the text index would fetch and sort every match: 1.4 ms against 9 ms at 100,000 cases.
 */
const NEWEST_FIRST_READ = 1_000
/** Share of the cases from which on a word is common; a rarer one has few matches to sort, and reading the newest for it is in vain. */
const COMMON = 1 / 50

export async function newestFirst(
  db: Db,
  filtered: Query,
  q: string | undefined,
  after: string | null,
  limit: number,
): Promise<Page<Petition>> {
  let query = filtered
  if (after) {
    const [at, id] = decodeCursor(after, checks)
    query = query.where(sql<boolean>`(received_at, petitions.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const search = q ? searchFor(q) : null
  if (!search) return placed(await newest(query, limit + 1))
  let rows = (await isCommon(db, search)) ? await amongNewest(db, query, search, limit + 1) : []
  if (rows.length <= limit) rows = await newest(matching(query, search), limit + 1)
  return placed(rows)

  function placed(found: Placed[]): Page<Petition> {
    return pageOf(found, limit, (row) => [row.exactly, row.id])
  }
}

/**
 * Whether about one case in fifty or more has such words, as the database estimates it from its own statistics, without looking. It takes
 * words for independent, which those that people type together are not: so the mean share of a word (geometric) is asked for, where one
 * rare word still weighs most. A wrong estimate costs time, never a result.
 */
async function isCommon(db: Db, { column, asked, words }: Search): Promise<boolean> {
  const [estimate, table] = await Promise.all([
    sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
      explain (format json) select 1 from petitions where ${sql.ref(column)} @@ ${asked}`.execute(db),
    sql<{ all: number }>`select reltuples::float8 as all from pg_class where oid = 'petitions'::regclass`.execute(db),
  ])
  const share = estimate.rows[0]!['QUERY PLAN'][0].Plan['Plan Rows'] / table.rows[0]!.all
  // Not analysed yet: a table of that kind is small.
  return share < 0 || share ** (1 / words) >= COMMON
}

/** With the instant as PostgreSQL keeps it: a cursor must not lose its microseconds. */
type Placed = Petition & { exactly: string }

function selected(query: Query) {
  return query
    .select(petitionColumns)
    .select(sql<string>`to_char(received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('exactly'))
    .orderBy('received_at', 'desc')
    .orderBy('petitions.id', 'desc')
}

async function newest(query: Query, limit: number): Promise<Placed[]> {
  return (await selected(query).limit(limit).execute()) as unknown as Placed[]
}

/** The matches among the newest; the limit inside keeps the planner from the text index. */
async function amongNewest(db: Db, query: Query, { column, asked }: Search, limit: number): Promise<Placed[]> {
  const recent = selected(query).select(column).limit(NEWEST_FIRST_READ)
  const names = [...petitionColumns, 'exactly'].map((name) => sql.ref(name.replace(/^.*[ .]/, '')))
  const { rows } = await sql<Placed>`select ${sql.join(names)} from (${recent}) as recent
    where ${sql.ref(column)} @@ ${asked} order by "receivedAt" desc, id desc limit ${limit}`.execute(db)
  return rows
}

/** Public cases of a month for a sitemap, newest first; the month as `YYYY-MM`. */
export async function listPublicOfMonth(db: Db, scope: Scope, month: string, limit: number): Promise<{ code: string; changedAt: Date }[]> {
  const rows = await publicCases(db, scope)
    .select(['code', 'received_at', 'cleared_at'])
    .where(sql<boolean>`received_at >= ${`${month}-01T00:00:00+07:00`}::timestamptz`)
    .where(sql<boolean>`received_at < (${`${month}-01`}::date + interval '1 month') at time zone 'Asia/Ho_Chi_Minh'`)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ code, received_at, cleared_at }) => ({ code, changedAt: cleared_at ?? received_at }))
}

/** When the oldest public case came in; null while there is none. */
export async function oldestPublic(db: Db, scope: Scope): Promise<Date | null> {
  const row = await publicCases(db, scope).select('received_at').orderBy('received_at').orderBy('id').limit(1).executeTakeFirst()
  return row?.received_at ?? null
}

function publicCases(db: Db, scope: Scope) {
  return db
    .selectFrom('petitions')
    .where('authority_id', '=', scope.authorityId)
    .where(sql<boolean>`publish and cleared_at is not null and status <> 'withdrawn'`)
}
