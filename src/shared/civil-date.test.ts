import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type CivilDate,
  civilDateOf,
  dayNumber,
  daysBetween,
  fromDayNumber,
  instantText,
  isCivilDate,
  weekdayOf,
} from './civil-date.ts'

const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') })

describe('a date is one that exists, written in one way', () => {
  test.each(['1900-01-01', '2024-02-29', '2000-02-29', '2026-11-22', '2199-12-31'])('%s is one', (text) => {
    expect(isCivilDate(text)).toBe(true)
  })
  test.each<[unknown]>([
    ['2026-02-29'],
    ['2100-02-29'],
    ['2026-04-31'],
    ['2026-13-01'],
    ['2026-00-10'],
    ['2026-01-00'],
    ['26-01-01'],
    ['2026-1-1'],
    ['22/11/2026'],
    ['2026-11-22T00:00:00Z'],
    [' 2026-11-22'],
    ['2026-11-22\n'],
    ['٢٠٢٦-١١-٢٢'],
    ['1899-12-31'],
    ['2200-01-01'],
    ['+002026-11-22'],
    [''],
    [null],
    [20261122],
    [['2026-11-22']],
    [new Date()],
  ])('%j is none', (text) => {
    expect(isCivilDate(text)).toBe(false)
  })
})

describe('counting', () => {
  test('a day has one number, and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = fromDayNumber(day)
        return isCivilDate(date) && dayNumber(date) === day
      }),
      { numRuns: 2_000 },
    )
  })
  test('days added are the days between; the order of dates is the order of their texts', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = [fromDayNumber(a), fromDayNumber(b)]
        return daysBetween(from, to) === b - a && addDays(from, b - a) === to && from < to === a < b
      }),
      { numRuns: 2_000 },
    )
  })
  test('seven days later is the same day of the week', () => {
    fc.assert(fc.property(anyDay, (day) => weekdayOf(fromDayNumber(day)) === weekdayOf(addDays(fromDayNumber(day), 7))))
  })
  test.each<[CivilDate, number]>([
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['1970-01-01', 4],
    ['1900-01-01', 1],
    ['2024-02-29', 4],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday)
  })
})

describe('an instant falls on a day of Vietnam', () => {
  test.each([
    ['2026-11-21T16:59:59.999Z', '2026-11-21', '2026-11-21T23:59:59+07:00'],
    ['2026-11-21T17:00:00.000Z', '2026-11-22', '2026-11-22T00:00:00+07:00'],
    ['2025-12-31T17:00:00Z', '2026-01-01', '2026-01-01T00:00:00+07:00'],
    ['2026-11-22T03:00:00Z', '2026-11-22', '2026-11-22T10:00:00+07:00'],
  ])('%s', (instant, date, text) => {
    expect(civilDateOf(new Date(instant))).toBe(date)
    expect(instantText(new Date(instant))).toBe(text)
    expect(new Date(text).getTime()).toBe(Math.floor(new Date(instant).getTime() / 1000) * 1000)
  })
})
