import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Database, Db } from '../../platform/database.ts'
import { type CivilDate, isCivilDate } from '../../shared/civil-date.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import { fold, hasMarks, nfc } from '../../shared/vietnamese-text.ts'
import type { Scope } from '../accounts/index.ts'
import type { BehalfFacts } from './behalf/behalf.ts'
import type { Petition, PetitionKind, PetitionStatus } from './petition.ts'
import { published } from './petition.ts'
import { petitionColumns } from './petition-repository.ts'
import { NO_DUE_DATE } from './rules.ts'
import { standingPromise, withCaseFilter } from './statistics/case-conditions.ts'
import { type CaseFilter, caseFilterNames, orderDay } from './statistics/case-filter.ts'
import { listByDay } from './statistics/list-by-day.ts'
import { NO_UNIT } from './statistics/measures.ts'
import { everOfUnit, onDesk } from './unit-conditions.ts'

export type { Page }

export type PetitionQuery = SelectQueryBuilder<Database, 'petitions', object>
type Query = PetitionQuery

/** A due date, or an instant as PostgreSQL writes it; nothing that it would refuse to read. */
const isMoment = (part: string) =>
  (isCivilDate(part.slice(0, 10)) || part === NO_DUE_DATE) && /^(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z)?$/.test(part.slice(10))
const checks = [isMoment, isUuid]

/** What a search asks of which index; null when nothing was typed that could be searched. */
interface Search {
  column: 'search_plain' | 'search_toned'
  asked: RawBuilder<string>
}

/** All words must occur, whole: Vietnamese words are short, and a beginning such as `an` would match a third of them. Exact tones when any mark was typed. */
function searchFor(words: string): Search | null {
  const toned = hasMarks(words)
  const terms = (toned ? nfc(words).toLowerCase() : fold(words)).match(/[\p{L}\p{N}]+/gu)
  if (!terms) return null
  return { column: toned ? 'search_toned' : 'search_plain', asked: sql`to_tsquery('simple', ${terms.slice(0, 12).join(' & ')})` }
}

/**
 * The matches of a search, found by the text index alone: `offset 0` keeps the planner from walking a list by date instead, which it
 * takes for cheaper because it does not know how rare a rare word is. At a million cases that walk takes seconds.
 */
function matching(query: Query, { column, asked }: Search): Query {
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
 * How many of the newest cases a search reads by date before it asks the text index. A word that one case in forty has fills its page
 * from these; the text index would fetch and sort every match: 1.4 ms against 9 ms at 100,000 cases. Rarer words have few matches to sort.
 */
const NEWEST_FIRST_READ = 1_000

async function newestFirst(db: Db, filtered: Query, q: string | undefined, after: string | null, limit: number): Promise<Page<Petition>> {
  let query = filtered
  if (after) {
    const [at, id] = decodeCursor(after, checks)
    query = query.where(sql<boolean>`(received_at, petitions.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const search = q ? searchFor(q) : null
  let rows = search ? await amongNewest(db, query, search, limit + 1) : await newest(query, limit + 1)
  if (search && rows.length <= limit) rows = await newest(matching(query, search), limit + 1)
  return pageOf(rows, limit, (row) => [row.exactly, row.id])
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

/** A row of its own by the case's key; the few there are stand together in an index. */
function isOf(behalf: BehalfFacts['behalf']) {
  return sql<boolean>`exists (select from petition_behalves b
    where b.authority_id = petitions.authority_id and b.petition_id = petitions.id and b.behalf = ${behalf})`
}

export const inboxViews = ['mine', 'unassigned', 'due', 'overdue', 'waiting', 'promises', 'all'] as const
export type InboxView = (typeof inboxViews)[number]

/** Whose desk: one unit's officers see their unit, the others the whole authority. */
export interface DeskScope {
  unitId: string | null
  /** Units that have ended and whose work this desk has: what had ended before stays under their name. */
  formerUnitIds?: readonly string[]
  officerId: string
  /** What `mine` means here: cases to take in, to sign, or those assigned to me. */
  mine: 'takeIn' | 'sign' | 'assigned' | 'unitWithoutOfficer'
}

export interface InboxFilter extends CaseFilter {
  view: InboxView
  status?: PetitionStatus | undefined
  kind?: PetitionKind | undefined
  /** A unit's id, or `none`: with no unit. */
  unit?: string | undefined
  q?: string | undefined
  /** Only what is for another person, or of a group. */
  behalf?: BehalfFacts['behalf'] | undefined
  /** Cases of this kind are left out. */
  exceptKind?: PetitionKind | undefined
}

/** Officers' list: by due date for work in hand, newest first for `all`, by the day asked for behind a number of the statistics. `soon` is the last day that counts as due. */
export async function listInbox(
  db: Db,
  scope: Scope,
  desk: DeskScope,
  filter: InboxFilter,
  days: { today: CivilDate; soon: CivilDate },
  after: string | null,
  limit: number,
): Promise<Page<Petition>> {
  let query = (db.selectFrom('petitions') as unknown as Query).where('authority_id', '=', scope.authorityId)
  if (desk.unitId) query = onDesk(query, desk.unitId, filter.view === 'all' ? (desk.formerUnitIds ?? []) : [])
  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.behalf) query = query.where(isOf(filter.behalf))
  if (filter.exceptKind) query = query.where('kind', '<>', filter.exceptKind)
  if (filter.unit === NO_UNIT) query = query.where('unit_id', 'is', null)
  // Behind a number of the statistics: what the unit counts, no more.
  else if (filter.unit && caseFilterNames.some((name) => filter[name])) query = query.where('unit_id', '=', filter.unit)
  else if (filter.unit) query = await everOfUnit(db, scope, query, filter.unit)
  query = withCaseFilter(query, filter, days.today)
  if (filter.view === 'promises') query = query.where(standingPromise)
  const search = filter.q ? searchFor(filter.q) : null
  const day = filter.view === 'promises' ? 'promised_on' : orderDay(filter)
  if ((filter.view === 'all' || filter.view === 'promises') && day)
    return listByDay(search ? matching(query, search) : query, day, after, limit)
  if (filter.view === 'all' && !filter.open) return newestFirst(db, query, filter.q, after, limit)

  query = query.where(sql<boolean>`status in ('received', 'accepted', 'suspended')`)
  if (search) query = matching(query, search)
  query = inView(query, desk, filter.view, days)
  const due = sql<string>`coalesce(due_on, date '${sql.raw(NO_DUE_DATE)}')`
  if (after) {
    const [day, id] = decodeCursor(after, checks)
    query = query.where(sql<boolean>`(${due}, petitions.id) > (${day}::date, ${id}::uuid)`)
  }
  const rows = (await query
    .select(petitionColumns)
    .orderBy(due)
    .orderBy('petitions.id')
    .limit(limit + 1)
    .execute()) as unknown as Petition[]
  return pageOf(rows, limit, (row) => [row.dueOn ?? NO_DUE_DATE, row.id])
}

function inView(query: Query, desk: DeskScope, view: InboxView, days: { today: CivilDate; soon: CivilDate }): Query {
  const due = sql<string>`coalesce(due_on, date '${sql.raw(NO_DUE_DATE)}')`
  switch (view) {
    case 'mine':
      if (desk.mine === 'takeIn') return query.where('step', '=', 'new')
      if (desk.mine === 'sign') return query.where('step', '=', 'drafted')
      if (desk.mine === 'unitWithoutOfficer')
        return query.where((eb) => eb.or([eb('officer_id', 'is', null), eb('officer_id', '=', desk.officerId)]))
      return query.where('officer_id', '=', desk.officerId)
    case 'unassigned':
      return desk.unitId ? query.where('officer_id', 'is', null) : query.where('step', '=', 'unassigned')
    case 'due':
      return query.where(sql<boolean>`${due} between ${days.today}::date and ${days.soon}::date`)
    case 'overdue':
      return query.where(sql<boolean>`${due} < ${days.today}::date`)
    case 'all':
    case 'promises':
      return query
    default:
      return query.where('step', '=', 'drafted')
  }
}
