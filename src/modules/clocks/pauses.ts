import { type CivilDate, daysBetween } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { dateAt, indexOf, type OfficeCalendar } from './calendar.ts'
import { countedDue, nominalIndex, workingDaysBetween } from './count.ts'
import type { Limit } from './rules.ts'

/** A suspension of a clock; `resumedOn` null while it lasts. */
export interface Pause {
  suspendedOn: CivilDate
  resumedOn: CivilDate | null
}

/** One stretch in which the clock ran: `limit` counted from `from`. */
export interface Stretch {
  from: CivilDate
  limit: Limit
  /** The due date as it stood in this stretch. */
  dueOn: CivilDate
  /** The pause that ended it; null for the stretch that runs now. */
  endedBy: Pause | null
}

export interface PausedDue {
  /** As it stands now; while suspended, the date that stood when the clock stopped. */
  dueOn: CivilDate
  /** Days left, of the limit's unit (months: calendar days), while suspended; else null. */
  remaining: number | null
  stretches: readonly Stretch[]
}

/**
 * A due date with suspensions. The day of suspension still counts; the days left are counted anew from the day of resumption, which itself
 * does not count (like any first day): to stop and go on within a day changes nothing. A limit that had already run out stays run out.
 */
export function dueWithPauses(limit: Limit, from: CivilDate, pauses: readonly Pause[], calendar: OfficeCalendar): PausedDue {
  const stretches: Stretch[] = []
  let start = from
  let left = limit
  let dueOn = countedDue(left, start, calendar)
  for (const [place, pause] of pauses.entries()) {
    requireOrder(start, pause, place === pauses.length - 1)
    stretches.push({ from: start, limit: left, dueOn, endedBy: pause })
    const wasLate = pause.suspendedOn > dueOn
    left = remainingLimit(left, start, pause.suspendedOn, calendar)
    if (pause.resumedOn === null) return { dueOn, remaining: left.value, stretches }
    start = pause.resumedOn
    if (!wasLate) dueOn = countedDue(left, start, calendar)
  }
  stretches.push({ from: start, limit: left, dueOn, endedBy: null })
  return { dueOn, remaining: null, stretches }
}

/** What is left of a limit at the end of a day. */
function remainingLimit(limit: Limit, from: CivilDate, on: CivilDate, calendar: OfficeCalendar): Limit {
  if (limit.unit === 'workingDay') return { unit: 'workingDay', value: Math.max(0, limit.value - workingDaysBetween(from, on, calendar)) }
  const end = dateAt(nominalIndex(limit, indexOf(from), calendar))
  return { unit: 'calendarDay', value: Math.max(0, daysBetween(on, end)) }
}

function requireOrder(start: CivilDate, pause: Pause, isLast: boolean): void {
  if (pause.suspendedOn < start) throw new DomainError('suspended_before_start', 422, { start, on: pause.suspendedOn })
  if (pause.resumedOn === null) {
    if (!isLast) throw new DomainError('clock_suspended', 409)
  } else if (pause.resumedOn < pause.suspendedOn) {
    throw new DomainError('resumed_before_suspension', 422, { suspendedOn: pause.suspendedOn, on: pause.resumedOn })
  }
}
