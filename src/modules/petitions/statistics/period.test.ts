import { describe, expect, test } from 'vitest'
import { monthsUpTo, neighbours, periodChoices, periodOf, quarterOf } from './period.ts'
import { periodName } from './period-name.ts'

describe('a period', () => {
  test.each([
    ['2026-11', '2026-11-01', '2026-12-01', 1],
    ['2026-12', '2026-12-01', '2027-01-01', 1],
    ['2026-Q1', '2026-01-01', '2026-04-01', 3],
    ['2026-Q4', '2026-10-01', '2027-01-01', 3],
    ['2026', '2026-01-01', '2027-01-01', 12],
  ])('%s runs from %s to the day before %s', (name, from, until, months) => {
    const period = periodOf(name)!
    expect([period.from, period.until, period.months.length]).toEqual([from, until, months])
  })

  test.each(['', '26', '2026-13', '2026-00', '2026-Q5', '2026-q1', '2026-1', '1999', '2026-11-01', ' 2026', '2026\n', "2026'"])(
    '“%s” is none',
    (name) => {
      expect(periodOf(name)).toBeNull()
    },
  )

  test('has neighbours of its own length, none that has not begun', () => {
    expect(neighbours(periodOf('2026-01')!, '2026-11-22')).toEqual({ previous: '2025-12', next: '2026-02' })
    expect(neighbours(periodOf('2026-11')!, '2026-11-22')).toEqual({ previous: '2026-10', next: null })
    expect(neighbours(periodOf('2026-Q1')!, '2026-11-22')).toEqual({ previous: '2025-Q4', next: '2026-Q2' })
    expect(neighbours(periodOf('2025')!, '2026-11-22')).toEqual({ previous: '2024', next: '2026' })
  })

  test('of a chart ends with the period, or with today', () => {
    expect(monthsUpTo(periodOf('2026')!, '2026-11-22', 3)).toEqual(['2026-09', '2026-10', '2026-11'])
    expect(monthsUpTo(periodOf('2025')!, '2026-11-22', 2)).toEqual(['2025-11', '2025-12'])
    expect(monthsUpTo(periodOf('2026-01')!, '2026-11-22', 3)).toEqual(['2025-11', '2025-12', '2026-01'])
  })

  test('can be chosen by month, quarter and year, the newest first', () => {
    const { months, quarters, years } = periodChoices('2026-02-03')
    expect(months.slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12'])
    expect(quarters.slice(0, 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3'])
    expect(years.slice(0, 2)).toEqual(['2026', '2025'])
    expect(quarterOf('2026-12-31')).toBe('2026-Q4')
    for (const name of [...months, ...quarters, ...years]) expect(periodOf(name)).not.toBeNull()
  })

  test.each([
    ['2026-11', 'Tháng 11/2026', 'November 2026'],
    ['2026-Q4', 'Quý 4/2026', 'Quarter 4 of 2026'],
    ['2026', 'Năm 2026', 'Year 2026'],
  ])('%s is called %s and %s', (name, vi, en) => {
    expect([periodName('vi', name), periodName('en', name)]).toEqual([vi, en])
  })
})
