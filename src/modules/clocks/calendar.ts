import { type CivilDate, dayNumber, fromDayNumber } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'

export const holidays = ['newYear', 'lunarNewYear', 'hungKings', 'victory', 'labour', 'national', 'culture', 'swap', 'other'] as const
export type Holiday = (typeof holidays)[number]

export const dayKinds = ['statutory', 'compensatory', 'swap', 'provisional', 'workday'] as const
export type DayKind = (typeof dayKinds)[number]

/** A day that is not what its weekday says, or a holiday that falls on a weekend. */
export interface CalendarDay {
  date: CivilDate
  /** False: a weekend day that is worked, or a day off taken back. */
  off: boolean
  holiday: Holiday
  kind: DayKind
  /** Vietnamese, as the notice or the administrator names it; null: the name of the holiday. */
  name: string | null
  /** `V`, `V2` read; `computed` from the law, not announced; `local` entered by the administrator. */
  sure: string
  source: readonly string[]
  /** The notice that ordered this day alone; the notices of a whole year stand with the year. */
  notice: { number: string; on: CivilDate | null } | null
}

export const FIRST_YEAR = 2000
export const LAST_YEAR = 2199

const firstDay = dayNumber(`${FIRST_YEAR}-01-01`)
const lastDay = dayNumber(`${LAST_YEAR}-12-31`)
const length = lastDay - firstDay + 1

/** The days of an office, in a form in which any count is two look-ups. */
export interface OfficeCalendar {
  /** 1 for a day off, by day since `FIRST_YEAR`-01-01. */
  readonly off: Uint8Array
  /** Working days before the day of this index; one longer than `off`. */
  readonly workedBefore: Uint32Array
  /** All working days, as indexes, in order. */
  readonly working: Uint32Array
  readonly days: ReadonlyMap<CivilDate, CalendarDay>
  /** Years whose days off were announced; all others are "tạm tính". */
  readonly decidedYears: ReadonlySet<number>
}

/** Builds the fast form from the days that differ from plain weeks, Monday to Friday. */
export function buildCalendar(days: Iterable<CalendarDay>, decidedYears: Iterable<number>): OfficeCalendar {
  const off = new Uint8Array(length)
  for (let index = 0; index < length; index++) {
    // Day 0 of the era was a Thursday; 2 and 3 days later comes the weekend.
    const weekday = (firstDay + index + 3) % 7
    if (weekday > 4) off[index] = 1
  }
  const named = new Map<CivilDate, CalendarDay>()
  for (const day of days) {
    named.set(day.date, day)
    off[indexOf(day.date)] = day.off ? 1 : 0
  }
  const workedBefore = new Uint32Array(length + 1)
  const working: number[] = []
  for (let index = 0; index < length; index++) {
    workedBefore[index] = working.length
    if (off[index] === 0) working.push(index)
  }
  workedBefore[length] = working.length
  return { off, workedBefore, working: Uint32Array.from(working), days: named, decidedYears: new Set(decidedYears) }
}

/** Place of a day in the calendar's arrays; refuses what lies outside the years it knows. */
export function indexOf(date: CivilDate): number {
  return checkedIndex(dayNumber(date) - firstDay)
}

export function checkedIndex(index: number): number {
  if (!(index >= 0 && index < length))
    throw new DomainError('date_out_of_range', 422, { from: `${FIRST_YEAR}-01-01`, to: `${LAST_YEAR}-12-31` })
  return index
}

export function dateAt(index: number): CivilDate {
  return fromDayNumber(firstDay + index)
}

export function isOff(calendar: OfficeCalendar, date: CivilDate): boolean {
  return calendar.off[indexOf(date)] === 1
}

/** True when the days off of that day's year are computed, not announced. */
export function isProvisional(calendar: OfficeCalendar, date: CivilDate): boolean {
  return !calendar.decidedYears.has(Number(date.slice(0, 4)))
}

/** The named days of one year, in order. */
export function daysOfYear(calendar: OfficeCalendar, year: number): CalendarDay[] {
  const found = [...calendar.days.values()].filter((day) => day.date.startsWith(`${year}-`))
  return found.sort((a, b) => (a.date < b.date ? -1 : 1))
}
