import { addDays, type CivilDate, lastDayOfMonth } from '../../../shared/civil-date.ts'
import type { Recurrence } from '../task.ts'

/** Months of a period; what is done at all times is looked at once a year. */
const monthsOf = { month: 1, quarter: 3, 'half-year': 6, year: 12, always: 12 } as const satisfies Record<Recurrence, number>

/** One round of what recurs. */
export interface Period {
  /** `2026-M03`, `2026-Q3`, `2026-H1`, `2026`. */
  name: string
  from: CivilDate
  to: CivilDate
}

/** The period in which a day lies. */
export function periodOf(every: Recurrence, on: CivilDate): Period {
  const months = monthsOf[every]
  const [year, month] = on.split('-').map(Number) as [number, number]
  const nth = Math.ceil(month / months)
  const from = dayOf(year, (nth - 1) * months + 1, 1)
  return { name: nameOf(every, year, nth), from, to: lastDayOfMonth(dayOf(year, nth * months, 1)) }
}

export function periodAfter(every: Recurrence, { to }: Pick<Period, 'to'>): Period {
  return periodOf(every, addDays(to, 1))
}

/** The period of that name; null: there is none. */
export function periodNamed(name: string): (Period & { every: Exclude<Recurrence, 'always'> }) | null {
  const read = /^((?:19|20|21)\d\d)(?:-([MQH])(\d\d?))?$/.exec(name)
  if (!read) return null
  const every = read[2] === undefined ? 'year' : ({ M: 'month', Q: 'quarter', H: 'half-year' } as const)[read[2] as 'M' | 'Q' | 'H']
  const nth = Number(read[3] ?? 1)
  if (nth < 1 || nth * monthsOf[every] > 12) return null
  const period = periodOf(every, dayOf(Number(read[1]), nth * monthsOf[every], 1))
  return period.name === name ? { ...period, every } : null
}

/**
 * Day by which the work of a period is due: its last day, or the day that the plan names, as far into the period as the plan's own day
 * is into its: the 25th of each month, the 10th of the last month of each quarter. A month that is too short ends the wait on its last day.
 */
export function dueIn(every: Recurrence, { from, to }: Period, namedOn: CivilDate | null): CivilDate {
  if (namedOn === null) return to
  const own = periodOf(every, namedOn)
  // The last day of a period stays the last day: a plan that says 28 February of a month means its end.
  if (namedOn === own.to) return to
  const [year, month] = from.split('-').map(Number) as [number, number]
  const monthsIn = Number(namedOn.slice(5, 7)) - Number(own.from.slice(5, 7))
  const first = dayOf(year, month + monthsIn, 1)
  const last = lastDayOfMonth(first)
  const wanted = `${first.slice(0, 8)}${namedOn.slice(8)}` as CivilDate
  if (wanted > last) return last
  return wanted
}

function nameOf(every: Recurrence, year: number, nth: number): string {
  if (every === 'month') return `${year}-M${String(nth).padStart(2, '0')}`
  if (every === 'quarter') return `${year}-Q${nth}`
  return every === 'half-year' ? `${year}-H${nth}` : String(year)
}

function dayOf(year: number, month: number, day: number): CivilDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate
}
