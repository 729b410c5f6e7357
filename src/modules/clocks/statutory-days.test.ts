import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../shared/civil-date.ts'
import { isOff, isProvisional } from './calendar.ts'
import data from './data/holidays.json' with { type: 'json' }
import { nationalCalendar, nationalDays } from './national-calendar.ts'
import { isWeekend, statutoryDays } from './statutory-days.ts'

const offIn = (year: number) => statutoryDays(year).map((day) => day.date)
const weekdaysOffIn = (year: number) => offIn(year).filter((date) => !isWeekend(date))

describe('years without a notice', () => {
  test('2027 is computed as the data file expects it', () => {
    expect(weekdaysOffIn(2027)).toEqual(data.years['2027'].weekdaysOff.map((day) => day.date))
  })

  test.each([
    [
      2022,
      [
        '2022-01-03',
        '2022-01-31',
        '2022-02-01',
        '2022-02-02',
        '2022-02-03',
        '2022-02-04',
        '2022-04-11',
        '2022-05-02',
        '2022-05-03',
        '2022-09-01',
        '2022-09-02',
      ],
    ],
    [
      2028,
      [
        '2028-01-03',
        '2028-01-25',
        '2028-01-26',
        '2028-01-27',
        '2028-01-28',
        '2028-01-31',
        '2028-04-04',
        '2028-05-01',
        '2028-05-02',
        '2028-09-01',
        '2028-09-04',
        '2028-11-24',
      ],
    ],
    [
      2029,
      [
        '2029-01-01',
        '2029-02-12',
        '2029-02-13',
        '2029-02-14',
        '2029-02-15',
        '2029-02-16',
        '2029-04-23',
        '2029-04-30',
        '2029-05-01',
        '2029-09-03',
        '2029-09-04',
      ],
    ],
  ])('%d: weekends are made up on the next working day, 24/11 is not', (year, expected) => {
    expect(weekdaysOffIn(year)).toEqual(expected)
  })

  test('Tết and Hùng Kings’ Day agree with the anchors', () => {
    for (const [year, anchor] of Object.entries(data.lunarAnchors)) {
      expect(offIn(Number(year))).toContain(anchor.tetDay1)
      expect(offIn(Number(year))).toContain(anchor.hungKings)
    }
  })

  test('Tết of 2007 and 1985 is the Vietnamese one, not the Chinese', () => {
    expect(offIn(2007)).toContain('2007-02-17')
    expect(offIn(1985)).toContain('1985-01-21')
    expect(offIn(1985)).not.toContain('1985-02-20')
  })

  test('the second National Day and Culture Day begin with their laws', () => {
    expect(offIn(2020).filter((date) => date.startsWith('2020-09'))).toEqual(['2020-09-02'])
    expect(offIn(2021).filter((date) => date.startsWith('2021-09'))).toEqual(['2021-09-02', '2021-09-03'])
    expect(offIn(2023)).not.toContain('2023-11-24')
  })

  test('every year to 2199 has as many weekdays off as the law gives days, 24/11 apart', () => {
    for (let year = 2021; year < 2200; year++) {
      const days = statutoryDays(year).filter((day) => day.holiday !== 'culture')
      const named = new Set(days.filter((day) => day.kind === 'statutory').map((day) => day.date))
      expect(days.filter((day) => !isWeekend(day.date)).length, String(year)).toBe(named.size)
      expect(named.size, String(year)).toBeGreaterThanOrEqual(10)
    }
  })
})

describe('the office calendar', () => {
  const calendar = nationalCalendar()

  test('takes announced years from the data file: swaps and worked Saturdays', () => {
    expect(isOff(calendar, '2026-08-31')).toBe(true)
    expect(isOff(calendar, '2026-08-22')).toBe(false)
    expect(isOff(calendar, '2026-08-29')).toBe(true)
    expect(isOff(calendar, '2026-11-24')).toBe(true)
    expect(nationalDays(2026).every((day) => day.source.length > 0)).toBe(true)
  })

  test('marks years without a notice as provisional', () => {
    expect(isProvisional(calendar, '2026-12-31')).toBe(false)
    expect(isProvisional(calendar, '2027-01-01')).toBe(true)
    expect(isProvisional(calendar, '2023-12-31')).toBe(true)
    expect(isProvisional(calendar, '2199-12-31')).toBe(true)
  })

  test('knows each plain week, far ahead too', () => {
    for (const date of ['2001-07-15', '2026-11-22', '2150-03-01'] as const)
      expect(isOff(calendar, date)).toBe(new Date(dayNumber(date) * 86_400_000).getUTCDay() === 0)
  })
})
