import { z } from 'zod'
import type { CivilDate } from '../../shared/civil-date.ts'
import { buildCalendar, type CalendarDay, dayKinds, FIRST_YEAR, holidays, LAST_YEAR, type OfficeCalendar } from './calendar.ts'
import data from './data/holidays.json' with { type: 'json' }
import { statutoryDays } from './statutory-days.ts'

const date = z.custom<CivilDate>((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
const named = z.object({ date, holiday: z.enum(holidays), name: z.string() })
const listed = named.extend({ kind: z.enum(dayKinds), verification: z.string(), source: z.array(z.string()) })
const yearSchema = z.object({
  /** False: no notice yet; our own reading of the law, to be confirmed. */
  decided: z.boolean(),
  notices: z.array(z.string()),
  weekdaysOff: z.array(listed),
  weekendStatutory: z.array(named),
  weekendsWorked: z.array(listed),
})

const years = z.object({ years: z.record(z.string(), yearSchema) }).parse(data).years

/** Years that the data file lists, whether announced or provisional. */
export const listedYears: readonly number[] = Object.keys(years).map(Number)

/** Years of the data file whose days off were announced. */
export const announcedYears: readonly number[] = listedYears.filter((year) => years[year]!.decided)

/** The notices that announced a year's days off. */
export function noticesOf(year: number): readonly string[] {
  return years[year]?.notices ?? []
}

/** The days of a year that are known to the product itself: the data file's list, else computed. */
export function nationalDays(year: number): CalendarDay[] {
  const known = years[year]
  if (!known) return statutoryDays(year)
  const fromList = (off: boolean) => (day: z.infer<typeof listed>) => ({
    date: day.date,
    off,
    holiday: day.holiday,
    kind: day.kind,
    name: day.name,
    sure: day.verification,
    source: day.source,
    notice: null,
  })
  const onWeekend = known.weekendStatutory.map((day) => {
    const beside = known.weekdaysOff.find((other) => other.holiday === day.holiday)!
    return { ...day, off: true, kind: 'statutory' as const, sure: beside.verification, source: beside.source, notice: null }
  })
  const days = [...known.weekdaysOff.map(fromList(true)), ...onWeekend, ...known.weekendsWorked.map(fromList(false))]
  return days.sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Every day that the product knows by itself, 2000 to 2199. */
function allNationalDays(): CalendarDay[] {
  const all: CalendarDay[] = []
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) all.push(...nationalDays(year))
  return all
}

let built: OfficeCalendar | undefined

/** The calendar without any authority's changes; needs no database. Built once, at first use. */
export function nationalCalendar(): OfficeCalendar {
  built ??= buildCalendar(allNationalDays(), announcedYears)
  return built
}
