import { describe, expect, test } from 'vitest'
import { ratePer, wilson } from './intervals.ts'

const rounded = (interval: { low: number; high: number } | null, digits = 4) =>
  interval && [interval.low, interval.high].map((n) => Number(n.toFixed(digits)))

describe('Wilson’s interval of a share', () => {
  test.each([
    // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [8, 10, 0.4902, 0.9433],
    [10, 10, 0.7225, 1],
  ])('of %i in %i is %f to %f', (part, whole, low, high) => {
    expect(rounded(wilson(part, whole))).toEqual([low, high])
  })

  test('of none of none is none', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  test('holds the share, stays between 0 and 1, and narrows with more cases', () => {
    for (const whole of [1, 2, 5, 30, 1000]) {
      for (let part = 0; part <= whole; part += Math.max(1, Math.floor(whole / 7))) {
        const { at, low, high } = wilson(part, whole)!
        expect(low >= 0 && low <= at + 1e-12 && at <= high + 1e-12 && high <= 1).toBe(true)
      }
    }
    expect(wilson(80, 100)!.low).toBeGreaterThan(wilson(8, 10)!.low)
  })
})

describe('the interval of a rate', () => {
  // Score interval of a Poisson count: n + z²/2 ± z √(n + z²/4).
  test.each([
    [0, 1000, 0, 3.8415],
    [10, 1000, 5.432, 18.4095],
    [10, 10_000, 0.5432, 1.8409],
    [100, 1000, 82.2272, 121.6143],
  ])('%i among %i residents is %f to %f per 1,000', (count, size, low, high) => {
    expect(rounded(ratePer(count, size, 1000))).toEqual([low, high])
  })

  test('is none where nobody lives', () => {
    expect(ratePer(3, 0, 1000)).toBeNull()
  })
})
