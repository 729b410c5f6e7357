import { addDays, type CivilDate } from '../../shared/civil-date.ts'
import { monthOf } from './figures.ts'

/** A calendar month, `2026-11`. */
export type Month = string

/** No office that uses this counted before. */
export const FIRST_MONTH: Month = '2010-01'

export const monthNameOf = (day: CivilDate): Month => day.slice(0, 7)
export const firstDay = (month: Month): CivilDate => `${month}-01` as CivilDate
export const lastDay = (month: Month): CivilDate => addDays(firstDay(nextMonth(month)), -1)
export const nextMonth = (month: Month): Month => monthNameOf(monthOf(addDays(firstDay(month), 31)))
export const previousMonth = (month: Month): Month => monthNameOf(addDays(firstDay(month), -1))

/** A month that is written right, and has begun. */
export function isMonth(text: string, today: CivilDate): boolean {
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(text) && text >= FIRST_MONTH && text <= monthNameOf(today)
}
