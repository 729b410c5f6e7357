import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { checkedIndex, dateAt, indexOf, type OfficeCalendar } from './calendar.ts'
import type { Direction, Limit } from './rules.ts'

/**
 * The last day of a limit, by the Civil Code Đ145-148: the first day is not counted; only a LAST day that is off moves, to the next
 * working day; working days skip what is off and count worked Saturdays; months end on the same day number or the month's last day.
 *
 * Counting back ("at least N days before"): the event's day is not counted, and the day found does NOT move: Đ148 k5 is about the end of
 * a term, and moving it forward would shorten the notice that the law gives. It is the latest lawful day; an office closed on it acts before.
 */
export function countedDue(limit: Limit, from: CivilDate, calendar: OfficeCalendar, direction: Direction = 'forward'): CivilDate {
  const start = indexOf(from)
  return dateAt(direction === 'back' ? backIndex(limit, start, calendar) : movedIndex(nominalIndex(limit, start, calendar), calendar))
}

/** The last day before it moves: where the number of days, or the month, ends. */
export function nominalIndex(limit: Limit, start: number, calendar: OfficeCalendar): number {
  if (limit.unit === 'calendarDay') return checkedIndex(start + limit.value)
  if (limit.unit === 'month') return indexOf(addMonths(dateAt(start), limit.value))
  return limit.value === 0 ? start : nthWorkingDay(limit.value, start, calendar)
}

/** The day itself, or the next working day when it is off. */
function movedIndex(index: number, calendar: OfficeCalendar): number {
  return calendar.off[index] === 1 ? nthWorkingDay(1, index, calendar) : index
}

/** The n-th working day after a day; n ≥ 1. */
function nthWorkingDay(n: number, after: number, calendar: OfficeCalendar): number {
  return checkedIndex(calendar.working[calendar.workedBefore[after + 1]! + n - 1] ?? Number.NaN)
}

function backIndex(limit: Limit, start: number, calendar: OfficeCalendar): number {
  if (limit.unit === 'calendarDay') return checkedIndex(start - limit.value)
  if (limit.unit === 'month') return indexOf(addMonths(dateAt(start), -limit.value))
  return limit.value === 0 ? start : checkedIndex(calendar.working[calendar.workedBefore[start]! - limit.value] ?? Number.NaN)
}

/** Same day number, or the month's last day: 31 January + 1 month is 28 or 29 February. */
function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, lastOfMonth))
  const text = first.toISOString()
  if (text.length !== 24) throw new DomainError('date_out_of_range', 422)
  return text.slice(0, 10) as CivilDate
}

/** Working days in the days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: OfficeCalendar): number {
  const first = indexOf(from) + 1
  const end = indexOf(to) + 1
  return end <= first ? 0 : calendar.workedBefore[end]! - calendar.workedBefore[first]!
}
