import type { CivilDate } from '../../../shared/civil-date.ts'

/** A month, quarter or year of figures. */
export interface Period {
  /** As in addresses: `2026-11`, `2026-Q4`, `2026`. */
  name: string
  from: CivilDate
  /** The first day after it. */
  until: CivilDate
  /** Its months, `YYYY-MM`, in order. */
  months: readonly string[]
}

const form = /^(20\d\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/

const two = (n: number) => String(n).padStart(2, '0')

/** Months counted from year 0, so that they can be added to. */
function monthName(index: number): string {
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}`
}

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

/** The period of that name; null when it names none. */
export function periodOf(name: string): Period | null {
  const [, year, month, quarter] = form.exec(name) ?? []
  if (!year) return null
  const first = Number(year) * 12 + (month ? Number(month) - 1 : quarter ? (Number(quarter) - 1) * 3 : 0)
  const length = month ? 1 : quarter ? 3 : 12
  return {
    name,
    from: `${monthName(first)}-01` as CivilDate,
    until: `${monthName(first + length)}-01` as CivilDate,
    months: Array.from({ length }, (_, i) => monthName(first + i)),
  }
}

export function monthOf(day: CivilDate): string {
  return day.slice(0, 7)
}

export function quarterOf(day: CivilDate): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

export function yearOf(day: CivilDate): string {
  return day.slice(0, 4)
}

/** Months of a chart that ends with the period, or with today while the period lasts; oldest first. */
export function monthsUpTo(period: Period, today: CivilDate, n = 12): string[] {
  const last = Math.min(indexOf(period.months.at(-1)!), indexOf(monthOf(today)))
  return Array.from({ length: n }, (_, i) => monthName(last - (n - 1 - i)))
}

export interface PeriodChoices {
  months: string[]
  quarters: string[]
  years: string[]
}

/** What can be chosen on a page: the newest first. Any other period that has begun can be typed into the address. */
export function periodChoices(today: CivilDate): PeriodChoices {
  const now = indexOf(monthOf(today))
  const quarter = Math.floor(now / 3)
  return {
    months: Array.from({ length: 12 }, (_, i) => monthName(now - i)),
    quarters: Array.from({ length: 8 }, (_, i) => `${Math.floor((quarter - i) / 4)}-Q${((quarter - i) % 4) + 1}`),
    years: Array.from({ length: 4 }, (_, i) => String(Number(yearOf(today)) - i)),
  }
}

/** The periods of the same length before and after; the one after only when it has begun. */
export function neighbours(period: Period, today: CivilDate): { previous: string | null; next: string | null } {
  const first = indexOf(period.months[0]!)
  const length = period.months.length
  const nameAt = (index: number) => {
    if (length === 12) return String(Math.floor(index / 12))
    if (length === 3) return `${Math.floor(index / 12)}-Q${Math.floor((index % 12) / 3) + 1}`
    return monthName(index)
  }
  const previous = periodOf(nameAt(first - length))
  const next = periodOf(nameAt(first + length))
  return { previous: previous?.name ?? null, next: next && next.from <= today ? next.name : null }
}
