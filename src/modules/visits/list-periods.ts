import type { Db } from '../../platform/database.ts'
import { addDays, type CivilDate, isCivilDate } from '../../shared/civil-date.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import './visits.table.ts'

interface Scope {
  authorityId: number
}

export type Grain = 'day' | 'month'

export interface PeriodCount {
  startsOn: CivilDate
  /** With those that an earlier portal counted. */
  visits: number
  /** Of `visits`, those that an earlier portal counted. */
  carriedOver: number
  pages: number
  robotPages: number
}

const rowsOf = (db: Db, scope: Scope, grain: Grain) =>
  db
    .selectFrom('visit_totals')
    .select(['starts_on', 'visits', 'pages', 'robot_pages', 'carried_over'])
    .where('authority_id', '=', scope.authorityId)
    .where('period', '=', grain)

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const countOf = (row: Row): PeriodCount => ({
  startsOn: row.starts_on,
  visits: row.visits + row.carried_over,
  carriedOver: row.carried_over,
  pages: row.pages,
  robotPages: row.robot_pages,
})

/** Kept days or months, newest first. */
export async function listPeriods(db: Db, scope: Scope, grain: Grain, after: string | null, limit: number): Promise<Page<PeriodCount>> {
  const before = after === null ? null : (decodeCursor(after, [isCivilDate])[0] as CivilDate)
  const rows = await rowsOf(db, scope, grain)
    .$if(before !== null, (query) => query.where('starts_on', '<', before!))
    .orderBy('starts_on', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows.map(countOf), limit, (count) => [count.startsOn])
}

/** All days of a month, or months of a year, from the first to the last; those that nobody visited are noughts. */
export async function periodsBetween(db: Db, scope: Scope, grain: Grain, from: CivilDate, to: CivilDate): Promise<PeriodCount[]> {
  const rows = await rowsOf(db, scope, grain).where('starts_on', '>=', from).where('starts_on', '<=', to).execute()
  const known = new Map(rows.map((row) => [row.starts_on, countOf(row)]))
  const all: PeriodCount[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (grain === 'month' && !day.endsWith('-01')) continue
    all.push(known.get(day) ?? { startsOn: day, visits: 0, carriedOver: 0, pages: 0, robotPages: 0 })
  }
  return all
}

/** The day on which counting began here; undefined before the first visit. */
export async function findFirstDay(db: Db, scope: Scope): Promise<CivilDate | undefined> {
  const row = await rowsOf(db, scope, 'day').orderBy('starts_on').limit(1).executeTakeFirst()
  return row?.starts_on
}
