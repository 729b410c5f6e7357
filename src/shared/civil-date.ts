/** A civil date in Asia/Ho_Chi_Minh, as `YYYY-MM-DD`. Deadlines are days, never instants. */
export type CivilDate = `${number}-${number}-${number}`

const DAY_MS = 86_400_000
/** Asia/Ho_Chi_Minh is seven hours ahead of UTC; it has had no daylight saving since 1975. */
const ZONE_OFFSET_MS = 7 * 3_600_000

/** True for a date that exists, written `YYYY-MM-DD`, years 1900 to 2199. */
export function isCivilDate(text: unknown): text is CivilDate {
  if (typeof text !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
}

/** Days since 1970-01-01: the cheap form for counting. */
export function dayNumber(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

export function fromDayNumber(day: number): CivilDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CivilDate
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** From `from` to `to`, in days; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The last day of the month of a date. */
export function lastDayOfMonth(date: CivilDate): CivilDate {
  const [year, month] = date.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as CivilDate
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** The day on which an instant falls in Vietnam. */
export function civilDateOf(instant: Date): CivilDate {
  const day = Math.floor((instant.getTime() + ZONE_OFFSET_MS) / DAY_MS)
  // Most questions of a process are about today.
  if (day !== lastAsked.day) lastAsked = { day, date: fromDayNumber(day) }
  return lastAsked.date
}
let lastAsked: { day: number; date: CivilDate } = { day: 0, date: '1970-01-01' }

/** Instant as RFC 3339 with the Vietnamese offset, to the second. */
export function instantText(instant: Date): string {
  return `${new Date(instant.getTime() + ZONE_OFFSET_MS).toISOString().slice(0, 19)}+07:00`
}
