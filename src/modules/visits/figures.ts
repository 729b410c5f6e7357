import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import { minuteOf } from './batch.ts'
import './visits.table.ts'

interface Scope {
  authorityId: number
}

/** Online is who was seen in this minute or the four before. */
export const ONLINE_MINUTES = 5
/** What `all` starts on in `visit_totals`. */
export const ALL_TIME: CivilDate = '2000-01-01'

/** What the footer says; the visits that an earlier portal counted are in it. */
export interface VisitFigures {
  online: number
  /** Of those online, how many are signed in. */
  members: number
  today: number
  month: number
  total: number
  /** The day that `today` is. */
  day: CivilDate
}

export const monthOf = (day: CivilDate): CivilDate => `${day.slice(0, 7)}-01` as CivilDate

/** Eight rows by their keys, however long the history and however many are online. */
export async function readFigures(db: Db, scope: Scope, now: Date): Promise<VisitFigures> {
  const day = civilDateOf(now)
  const minute = minuteOf(now)
  const { rows } = await sql<{ period: string; n: number }>`
    select period, visits + carried_over as n from visit_totals
    where authority_id = ${scope.authorityId}
      and (period, starts_on) in (('day', ${day}::date), ('month', ${monthOf(day)}::date), ('all', ${ALL_TIME}::date))
    union all
    select period, n from (
      select coalesce(sum(visits), 0) as online, coalesce(sum(members), 0) as members from online_minutes
      where authority_id = ${scope.authorityId} and minute > ${minute - ONLINE_MINUTES} and minute <= ${minute + 1}
    ) as lately, lateral (values ('online', online), ('members', members)) as one (period, n)`.execute(db)
  const of = (period: string) => Number(rows.find((row) => row.period === period)?.n ?? 0)
  const online = Math.max(0, of('online'))
  return { online, members: Math.min(online, Math.max(0, of('members'))), today: of('day'), month: of('month'), total: of('all'), day }
}

/** Figures read a moment ago, as of now: at midnight a new day begins at nought. */
export function asOf(figures: VisitFigures, now: Date): VisitFigures {
  const day = civilDateOf(now)
  if (day === figures.day) return figures
  return { ...figures, day, today: 0, month: monthOf(day) === monthOf(figures.day) ? figures.month : 0 }
}
