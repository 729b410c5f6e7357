import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareUnits } from './compare-units.ts'
import { wilson } from './intervals.ts'
import { type Cell, cellOf, cellsOf, rangeOf } from './told.ts'

describe('a number in public', () => {
  test.each([
    [0, 0],
    [1, 'few'],
    [4, 'few'],
    [5, 5],
    [120, 120],
  ])('%i is told as %s', (n, told) => {
    expect(cellOf(n)).toBe(told)
  })

  test.each<{ numbers: number[]; told: Cell[]; because: string }>([
    { numbers: [9, 7, 0], told: [9, 7, 0], because: 'nothing is small' },
    { numbers: [9, 3, 30], told: ['withheld', 'few', 30], because: 'one few alone is the total less the rest' },
    { numbers: [9, 3, 2], told: [9, 'few', 'few'], because: 'two of five may be 1 and 4 or 2 and 3' },
    { numbers: [9, 1, 1], told: ['withheld', 'few', 'few'], because: 'two of two are one each' },
    { numbers: [9, 4, 4], told: ['withheld', 'few', 'few'], because: 'two of eight are four each' },
    { numbers: [5, 1, 8], told: ['withheld', 'few', 'withheld'], because: 'five and one are the least that can be hidden' },
    { numbers: [3, 0, 0], told: ['few', 0, 0], because: 'the total is few itself' },
  ])('$numbers are told as $told: $because', ({ numbers, told }) => {
    expect(cellsOf(numbers)).toEqual(told)
  })

  test('no few can be worked out from the total and the other cells', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 7 }), (numbers) => {
        const cells = cellsOf(numbers)
        const total = numbers.reduce((sum, n) => sum + n, 0)
        const hidden = cells.flatMap((cell, i) => (typeof cell === 'number' ? [] : [{ cell, n: numbers[i]! }]))
        const told = cells.reduce<number>((sum, cell) => (typeof cell === 'number' ? sum + cell : sum), 0)
        // A total that is few itself is not told; with nothing large beside them, few are told together with it.
        if (cellOf(total) === 'few' || hidden.length === 0) return
        const ways = (cells: Cell[], rest: number): number => {
          if (cells.length === 0) return rest === 0 ? 1 : 0
          const [cell, ...others] = cells
          const [least, most] = cell === 'few' ? [1, 4] : [5, rest]
          let n = 0
          for (let value = least; value <= Math.min(most, rest) && n < 2; value++) n += ways(others, rest - value)
          return n
        }
        const everyOtherIsHidden = cells.every((cell) => typeof cell !== 'number' || cell === 0)
        if (!everyOtherIsHidden)
          expect(
            ways(
              hidden.map(({ cell }) => cell),
              total - told,
            ),
          ).toBeGreaterThan(1)
      }),
      { numRuns: 2_000, seed: 20261122 },
    )
  })

  test('what it may be is known for few and not for what is withheld', () => {
    expect([rangeOf(7), rangeOf('few'), rangeOf('withheld')]).toEqual([{ least: 7, most: 7 }, { least: 1, most: 4 }, null])
  })
})

describe('units beside one another', () => {
  const lived = (residents: number) => ({ residents, validFrom: '2025-01-01' as const, source: null })
  const row = (id: string, name: string | null, received: Cell, onTime: Cell, late: Cell) => ({
    id,
    name,
    period: { received, onTime, late },
  })

  test('keep the order of their names; without residents there is no rate, without answers no share', () => {
    const rows = [row('a', 'An', 4, 0, 0), row('b', 'Bình', 9, 6, 3), row('c', 'Chi', 0, 0, 0), row('none', null, 7, 0, 0)]
    const residents = new Map([
      ['a', lived(8000)],
      ['c', lived(5000)],
    ])
    const compared = compareUnits(rows, residents)
    expect(compared.map(({ name }) => name)).toEqual(['An', 'Bình'])
    expect(compared[0]).toMatchObject({ rate: { at: 0.5 }, share: null })
    expect(compared[1]).toMatchObject({ rate: null, share: { at: 6 / 9 } })
  })

  test('an interval over few numbers is as wide as what is told allows, and names no share', () => {
    const [unit] = compareUnits([row('a', 'An', 'few', 16, 'few')], new Map())
    expect(unit!.share).toEqual({ low: wilson(16, 20)!.low, high: wilson(16, 17)!.high, at: null })
  })

  test('nothing is said of a share whose numbers are withheld', () => {
    expect(compareUnits([row('a', 'An', 'withheld', 'withheld', 'few')], new Map([['a', lived(9)]]))).toEqual([])
  })
})
