import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { buildCalendar, type CalendarDay, FIRST_YEAR, LAST_YEAR, type OfficeCalendar } from './calendar.ts'
import { nationalCalendar, nationalDays, noticesOf } from './national-calendar.ts'

/** The last calendar built for each authority. A copy: what it was built from is named by its revision. */
const built = new Map<number, { revision: string; calendar: OfficeCalendar }>()
/** Authorities with the same days share one calendar: it takes half a megabyte. */
const shared = new Map<string, OfficeCalendar>()

/**
 * The office calendar of an authority: its own days over the product's. Kept per process; one small read tells whether it was changed,
 * here or in another process. An authority that never entered a day has the national calendar.
 */
export async function loadCalendar(db: Db, scope: Scope): Promise<OfficeCalendar> {
  const { revision, calendar } = await lookUp(db, scope)
  seen.set(scope.authorityId, { revision, calendar })
  return calendar
}

/** The calendar last seen in this process: no question to the database. */
const seen = new Map<number, RevisedCalendar>()

interface RevisedCalendar {
  /** Null: this authority never entered a day. */
  revision: string | null
  calendar: OfficeCalendar
}

/**
 * The calendar as it was when this process last looked. For a caller whose write compares the revision with the one in force;
 * where that has moved on, `loadCalendar` looks again.
 */
export async function recallCalendar(db: Db, scope: Scope): Promise<RevisedCalendar> {
  if (!seen.has(scope.authorityId)) await loadCalendar(db, scope)
  return seen.get(scope.authorityId)!
}

async function lookUp(db: Db, scope: Scope): Promise<RevisedCalendar> {
  const known = await db
    .selectFrom('calendar_revisions')
    .select('revision')
    .where('authority_id', '=', scope.authorityId)
    .executeTakeFirst()
  if (!known) return { revision: null, calendar: nationalCalendar() }
  const kept = built.get(scope.authorityId)
  if (kept?.revision === known.revision) return kept
  const read = { revision: known.revision, calendar: await readCalendar(db, scope) }
  built.set(scope.authorityId, read)
  return read
}

/** What changed the calendar last: the notice, and who entered it. Undefined when nothing ever did. */
export async function findCalendarNews(db: Db, scope: Scope): Promise<{ notice: string; actorId: string | null } | undefined> {
  return db
    .selectFrom('calendar_changes')
    .select(['notice_number as notice', 'actor_id as actorId'])
    .where('authority_id', '=', scope.authorityId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function readCalendar(db: Db, scope: Scope): Promise<OfficeCalendar> {
  const [days, years] = [await listCalendarDays(db, scope), await listDecidedYears(db, scope)]
  const key = JSON.stringify([days, years])
  let calendar = shared.get(key)
  if (!calendar) {
    calendar = buildCalendar(officeDays(days, years), years)
    if (shared.size > 50) shared.clear()
    shared.set(key, calendar)
  }
  return calendar
}

/** The product's days where no notice was entered, then the authority's own days, which win. */
function officeDays(own: readonly CalendarDay[], decidedYears: readonly number[]): CalendarDay[] {
  const all: CalendarDay[] = []
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) if (!decidedYears.includes(year)) all.push(...nationalDays(year))
  return [...all, ...own]
}

/** The days that this authority entered or confirmed. */
async function listCalendarDays(db: Db, scope: Scope): Promise<CalendarDay[]> {
  const rows = await db.selectFrom('calendar_days').selectAll().where('authority_id', '=', scope.authorityId).orderBy('on_date').execute()
  return rows.map((row) => ({
    date: row.on_date,
    off: row.kind === 'off',
    holiday: row.holiday,
    kind: row.day_kind,
    name: row.name,
    sure: row.sure,
    source: row.source,
    notice: row.notice_number === null ? null : { number: row.notice_number, on: row.notice_on },
  }))
}

/** The notices by which a year was decided; empty for a provisional year. */
export async function findYearNotices(db: Db, scope: Scope, year: number): Promise<string> {
  const row = await db
    .selectFrom('calendar_years')
    .select('notice_number')
    .where('authority_id', '=', scope.authorityId)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.notice_number ?? noticesOf(year).join('; ')
}

/** Years whose days off were announced, as seeded and as the authority confirmed them. */
export async function listDecidedYears(db: Db, scope: Scope): Promise<number[]> {
  const rows = await db.selectFrom('calendar_years').select('year').where('authority_id', '=', scope.authorityId).orderBy('year').execute()
  return rows.map((row) => row.year)
}
