import { describe, expect, test } from 'vitest'
import { firstDay, isMonth, lastDay, nextMonth, previousMonth } from './month.ts'

describe('months', () => {
  test.each([
    { month: '2026-11', first: '2026-11-01', last: '2026-11-30', next: '2026-12', previous: '2026-10' },
    { month: '2026-12', first: '2026-12-01', last: '2026-12-31', next: '2027-01', previous: '2026-11' },
    { month: '2028-02', first: '2028-02-01', last: '2028-02-29', next: '2028-03', previous: '2028-01' },
    { month: '2027-01', first: '2027-01-01', last: '2027-01-31', next: '2027-02', previous: '2026-12' },
  ])('$month', ({ month, first, last, next, previous }) => {
    expect([firstDay(month), lastDay(month), nextMonth(month), previousMonth(month)]).toEqual([first, last, next, previous])
  })

  test.each([
    ['2026-11', true],
    ['2010-01', true],
    ['2026-12', false],
    ['2009-12', false],
    ['2026-13', false],
    ['2026-1', false],
    ['x', false],
  ])('%s may be asked for on 26/11/2026: %s', (text, may) => {
    expect(isMonth(text, '2026-11-26')).toBe(may)
  })
})
