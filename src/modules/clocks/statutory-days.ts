import vnLunar from '@dqcai/vn-lunar'
import { addDays, type CivilDate, weekdayOf } from '../../shared/civil-date.ts'
import type { CalendarDay, Holiday } from './calendar.ts'

/** The office's fifth holiday of the year was made two days by the Labour Code of 2019. */
const SECOND_NATIONAL_DAY_FROM = 2021
/** National Assembly resolution 28/2026/QH16 Đ2. */
const CULTURE_DAY_FROM = '2026-07-01'

const basis = ['Bộ luật Lao động 45/2019/QH14 Đ111 k3, Đ112 k1']

/**
 * The days off of a year for which no notice is known, computed from the law and the Vietnamese lunar calendar (UTC+7).
 * Provisional: the Prime Minister fixes Tết, the second National Day and swaps each year (Đ112 k3).
 * Tết: the last day of the old year and the first four of the new, as in 2026. The day beside 2 September is the one that prolongs a weekend.
 */
export function statutoryDays(year: number): CalendarDay[] {
  const holidays = new Map<CivilDate, Holiday>()
  holidays.set(`${year}-01-01`, 'newYear')
  const tet = solar(1, 1, year)
  for (const day of [-1, 0, 1, 2, 3]) holidays.set(addDays(tet, day), 'lunarNewYear')
  holidays.set(solar(10, 3, year), 'hungKings')
  holidays.set(`${year}-04-30`, 'victory')
  holidays.set(`${year}-05-01`, 'labour')
  holidays.set(`${year}-09-02`, 'national')
  if (year >= SECOND_NATIONAL_DAY_FROM) holidays.set(besideNationalDay(year), 'national')

  const days = new Map<CivilDate, CalendarDay>()
  const add = (date: CivilDate, holiday: Holiday, kind: CalendarDay['kind']) =>
    days.set(date, { date, off: true, holiday, kind, name: null, sure: 'computed', source: basis, notice: null })
  for (const [date, holiday] of holidays) add(date, holiday, 'statutory')

  // Made up on the next working day (Đ111 k3), in order, so that two weekend days of Tết take two days.
  for (const [date, holiday] of [...holidays].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isWeekend(date)) continue
    let next = addDays(date, 1)
    while (isWeekend(next) || days.has(next)) next = addDays(next, 1)
    add(next, holiday, 'compensatory')
  }

  // 24 November is not in Đ112 k1, so it is not made up when it falls on a weekend.
  const culture: CivilDate = `${year}-11-24`
  if (culture >= CULTURE_DAY_FROM) {
    add(culture, 'culture', 'statutory')
    days.set(culture, { ...days.get(culture)!, source: ['Nghị quyết 28/2026/QH16 Đ2'] })
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

function besideNationalDay(year: number): CivilDate {
  const weekday = weekdayOf(`${year}-09-02`)
  // Monday, Thursday and Sunday: the day after is a weekday that joins the weekend; else the day before.
  return weekday === 1 || weekday === 4 || weekday === 7 ? `${year}-09-03` : `${year}-09-01`
}

function solar(day: number, month: number, lunarYear: number): CivilDate {
  const found = vnLunar.getSolarDate(day, month, lunarYear)
  return `${found.year}-${two(found.month)}-${two(found.day)}` as CivilDate
}

const two = (value: number) => String(value).padStart(2, '0')

export function isWeekend(date: CivilDate): boolean {
  return weekdayOf(date) > 5
}
