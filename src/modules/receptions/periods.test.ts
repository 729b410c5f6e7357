import { expect, test } from 'vitest'
import { addDays } from '../../shared/civil-date.ts'
import type { reportPeriods } from './fields.ts'
import { type Cutoff, periodOf, quarterOf } from './periods.ts'

const cutoff = (validFrom: Cutoff['validFrom'], startDay: number): Cutoff => ({ validFrom, startDay, documentNumber: '12/UBND' })

test('without a document of the locality the months are those of the calendar', () => {
  expect(periodOf(2026, 'q1', [])).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect(periodOf(2026, '6t', [])).toEqual({ from: '2026-01-01', to: '2026-06-30' })
  expect(periodOf(2026, '9t', [])).toEqual({ from: '2026-01-01', to: '2026-09-30' })
  expect(periodOf(2026, 'nam', [])).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})

test('a reporting month may run from the 15th of the month before to the 14th', () => {
  const cutoffs = [cutoff('2026-01-01', 15)]
  expect(periodOf(2026, 'q1', cutoffs)).toEqual({ from: '2025-12-15', to: '2026-03-14' })
  expect(periodOf(2026, 'q4', cutoffs)).toEqual({ from: '2026-09-15', to: '2026-12-14' })
  expect(periodOf(2027, 'nam', cutoffs)).toEqual({ from: '2026-12-15', to: '2027-12-14' })
})

test('reports join without gap or overlap, also where the setting changes', () => {
  const cutoffs = [cutoff('2026-10-01', 1), cutoff('2026-04-01', 20), cutoff('2025-03-01', 15)]
  let before = periodOf(2024, 'q4', cutoffs).to
  for (const year of [2025, 2026, 2027])
    for (const quarter of ['q1', 'q2', 'q3', 'q4'] as const) {
      const { from, to } = periodOf(year, quarter, cutoffs)
      expect(from).toBe(addDays(before, 1))
      expect(to > from).toBe(true)
      before = to
    }
})

test('the long reports begin with the first quarter and end with theirs', () => {
  const cutoffs = [cutoff('2026-01-01', 15)]
  const of = (report: (typeof reportPeriods)[number]) => periodOf(2026, report, cutoffs)
  for (const [long, last] of [
    ['6t', 'q2'],
    ['9t', 'q3'],
    ['nam', 'q4'],
  ] as const) {
    expect(of(long)).toEqual({ from: of('q1').from, to: of(last).to })
  }
})

test('a day at the end of December may belong to the first quarter of the next year', () => {
  expect(quarterOf('2026-12-20', [cutoff('2026-01-01', 15)])).toEqual({ year: 2027, report: 'q1' })
  expect(quarterOf('2026-11-24', [])).toEqual({ year: 2026, report: 'q4' })
})
