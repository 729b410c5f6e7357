import { addDays, type CivilDate, lastDayOfMonth, weekdayOf } from '../../../shared/civil-date.ts'

/** Weeks of a month from Monday on, the days of the months around it included. */
export function weeksOf(month: CivilDate): CivilDate[][] {
  const first = `${month.slice(0, 8)}01` as CivilDate
  const last = lastDayOfMonth(first)
  const weeks: CivilDate[][] = []
  for (let day = addDays(first, 1 - weekdayOf(first)); day <= last; day = addDays(day, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((i) => addDays(day, i)))
  return weeks
}

/** First day of the month that is asked for as `2026-11`; else of today's. */
export function monthAsked(asked: unknown, today: CivilDate): CivilDate {
  return typeof asked === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(asked)
    ? (`${asked}-01` as CivilDate)
    : (`${today.slice(0, 8)}01` as CivilDate)
}
