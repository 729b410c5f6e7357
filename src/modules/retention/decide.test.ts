import { describe, expect, test } from 'vitest'
import { addDays, type CivilDate, daysBetween } from '../../shared/civil-date.ts'
import { addMonths, type Because, decide, type Facts, obstacles, QUIET_DAYS } from './decide.ts'

const today = '2026-11-23' as CivilDate
const year = { keepMonths: 12 }
const old: Facts = { restedOn: '2024-01-01', touchedOn: null, obstacles: [] }

describe('whether something may go', () => {
  test.each<[string, Parameters<typeof decide>[0], Partial<Facts>, Because | null]>([
    ['its period is over and nobody has to do with it', year, {}, null],
    ['the rule is off', null, {}, 'ruleOff'],
    ['its period ends tomorrow', year, { restedOn: '2025-11-24' }, 'notOver'],
    ['its period ends today', year, { restedOn: '2025-11-23' }, null],
    ['it was touched today', year, { touchedOn: today }, 'touched'],
    ['it was touched 30 days ago', year, { touchedOn: addDays(today, -30) }, 'touched'],
    ['it was touched 31 days ago', year, { touchedOn: addDays(today, -31) }, null],
    ['a clock that runs ahead touched it tomorrow', year, { touchedOn: addDays(today, 1) }, 'touched'],
    ...obstacles.map((one) => [one, year, { obstacles: [one] }, one] as [string, typeof year, Partial<Facts>, Because]),
    ['two grounds: the first of the list is told', year, { obstacles: ['runningClock', 'hold'] }, 'hold'],
  ])('%s', (_name, period, facts, because) => {
    expect(decide(period, { ...old, ...facts }, today)).toEqual(because ? { goes: false, because } : { goes: true })
  })

  test('of every mixture only what has no ground at all goes', () => {
    for (let mask = 0; mask < 2 ** obstacles.length; mask++)
      for (const ago of [0, 1, 29, 30, 31, 90, null])
        for (const keepMonths of [1, 12, 24, 600]) {
          const facts: Facts = {
            restedOn: '2024-06-30',
            touchedOn: ago === null ? null : addDays(today, -ago),
            obstacles: obstacles.filter((_, i) => mask & (1 << i)),
          }
          const free = mask === 0 && (ago === null || ago > QUIET_DAYS) && today >= addMonths(facts.restedOn, keepMonths)
          expect(decide({ keepMonths }, facts, today).goes, JSON.stringify({ facts, keepMonths })).toBe(free)
        }
  })

  test('what may go may go on every later day, if nothing happens', () => {
    for (let start = 0; start < 60; start++) {
      const touchedOn = addDays(today, -start)
      const days = Array.from({ length: 120 }, (_, i) => decide(year, { ...old, touchedOn }, addDays(today, i)).goes)
      expect(days.indexOf(true)).toBe(Math.max(0, QUIET_DAYS + 1 - start))
      expect(days.lastIndexOf(false)).toBe(days.indexOf(true) - 1)
    }
  })
})

describe('months', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-23', -24, '2024-11-23'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2025-12-01', 1, '2026-01-01'],
  ] as const)('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  test('a period is never shorter than it says', () => {
    for (let day = 0; day < 800; day++) {
      const from = addDays('2024-01-01', day)
      expect(daysBetween(from, addMonths(from, 12))).toBeGreaterThanOrEqual(365)
    }
  })
})
