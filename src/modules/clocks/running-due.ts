import { type CivilDate, daysBetween } from '../../shared/civil-date.ts'
import type { OfficeCalendar } from './calendar.ts'
import type { ClockEventType, ClockUnit } from './clock.ts'
import { dueWithPauses, type Pause } from './pauses.ts'
import type { Limit } from './rules.ts'

/** What a due date follows from: the clock's limit and its events. */
export interface Counted {
  started_on: CivilDate
  limit_value: number
  limit_unit: ClockUnit
}

export interface CountedEvent {
  type: ClockEventType
  on_date: CivilDate
  new_due_on: CivilDate | null
}

/** What a clock counts, from where, and its pauses since then. */
export interface Counting {
  limit: Limit
  from: CivilDate
  pauses: readonly Pause[]
  /** A promised or set date: stands as it was said, off or not, while no pause moved it. */
  fixedOn: CivilDate | null
}

/** Reads the counting off a clock and its events; a date set by an extension begins a new count. */
export function countingOf(clock: Counted, events: readonly CountedEvent[]): Counting {
  if (clock.limit_unit !== 'fixed') {
    return { limit: { value: clock.limit_value, unit: clock.limit_unit }, from: clock.started_on, pauses: pausesIn(events), fixedOn: null }
  }
  const set = events.findLastIndex((event) => event.type === 'started' || event.type === 'extended')
  const { on_date: from, new_due_on } = events[set]!
  const fixedOn = new_due_on!
  return {
    limit: { value: Math.max(0, daysBetween(from, fixedOn)), unit: 'calendarDay' },
    from,
    pauses: pausesIn(events.slice(set)),
    fixedOn,
  }
}

/** The due date and, while suspended, the days left. */
export function dueNow(
  { limit, from, pauses, fixedOn }: Counting,
  calendar: OfficeCalendar,
): { dueOn: CivilDate; remaining: number | null } {
  if (fixedOn !== null && pauses.length === 0) return { dueOn: fixedOn, remaining: null }
  return dueWithPauses(limit, from, pauses, calendar)
}

function pausesIn(events: readonly CountedEvent[]): Pause[] {
  const pauses: Pause[] = []
  for (const event of events) {
    if (event.type === 'suspended') pauses.push({ suspendedOn: event.on_date, resumedOn: null })
    if (event.type === 'resumed') pauses[pauses.length - 1]!.resumedOn = event.on_date
  }
  return pauses
}
