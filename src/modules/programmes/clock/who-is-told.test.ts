import { describe, expect, test } from 'vitest'
import { addDays, type CivilDate } from '../../../shared/civil-date.ts'
import { isOff } from '../../clocks/index.ts'
import { nationalCalendar } from '../../clocks/national-calendar.ts'
import { lateFrom } from '../late-from.ts'
import { type DueThing, firstSilentDay, whoIsTold } from './who-is-told.ts'

const calendar = nationalCalendar()
const office = {
  unitOf: new Map([
    ['mai', 'u1'],
    ['dung', 'u1'],
    ['nam', 'u2'],
  ]),
  headsOf: new Map([['u1', ['dung']]]),
  chairmen: ['lam'],
}
/** Due on Friday 27 November 2026: late from Saturday. The 24th is a day off. */
const due: DueThing = { kind: 'task', unitId: 'u1', personId: 'mai', isReported: false, lateFrom: '2026-11-28' }
const told = (thing: Partial<DueThing>, today: CivilDate) =>
  Object.fromEntries(
    [...whoIsTold(office, calendar, { ...due, ...thing }, today)].map(([id, { section, stage }]) => [id, `${section} ${stage}`]),
  )

describe('who is told of an item, morning by morning', () => {
  test.each<[CivilDate, string, Record<string, string>]>([
    ['2026-11-16', 'eight working days before', {}],
    ['2026-11-17', 'seven', { mai: 'soon -7' }],
    ['2026-11-19', 'five: the same stage, told already', { mai: 'soon -7' }],
    ['2026-11-23', 'three', { mai: 'soon -3' }],
    ['2026-11-26', 'one', { mai: 'soon -1' }],
    ['2026-11-27', 'the day itself', { mai: 'soon -1' }],
    ['2026-11-30', 'one working day late', { mai: 'late 0' }],
    ['2026-12-01', 'two', { mai: 'late 0' }],
    ['2026-12-02', 'three: the head as well', { mai: 'late 0', dung: 'escalated 0' }],
    ['2026-12-07', 'the second week', { mai: 'late 1', dung: 'escalated 1' }],
    ['2026-12-10', 'nine working days late', { mai: 'late 1', dung: 'escalated 1' }],
    ['2026-12-11', 'ten: the chairman as well', { mai: 'late 1', dung: 'escalated 1', lam: 'escalated 1' }],
    ['2027-01-04', 'five weeks', { mai: 'late 5', dung: 'escalated 5', lam: 'escalated 5' }],
  ])('%s, %s', (today, _, expected) => {
    expect(told({}, today)).toEqual(expected)
  })
})

describe('whose it is', () => {
  test.each<[string, Partial<DueThing>, CivilDate, Record<string, string>]>([
    ['nobody is named: the head', { personId: null }, '2026-11-23', { dung: 'soon -3' }],
    ['the person moved to another agency', { personId: 'nam' }, '2026-11-23', { dung: 'soon -3' }],
    ['the person works here no longer', { personId: 'gone' }, '2026-11-23', { dung: 'soon -3' }],
    ['the head’s own is not escalated to the head', { personId: 'dung' }, '2026-12-02', { dung: 'late 0' }],
    ['an agency without a head: the chairman', { unitId: 'u2', personId: null }, '2026-11-23', { lam: 'soon -3' }],
    ['no agency of ours: the chairman', { unitId: null, personId: null }, '2026-11-30', { lam: 'late 0' }],
    ['reported in time: nobody is pressed', { isReported: true }, '2026-11-26', {}],
    ['reported and not confirmed: the head, not who did the work', { isReported: true }, '2026-11-30', { dung: 'late 0' }],
    [
      'a programme that is late: head and chairman at once',
      { kind: 'programme', personId: null },
      '2026-11-30',
      { dung: 'late 0', lam: 'escalated 0' },
    ],
    ['a report that is late: the head', { kind: 'report', personId: null }, '2026-11-30', { dung: 'late 0' }],
    ['a report that was asked for just now: the head', { kind: 'report', personId: null }, '2026-10-01', { dung: 'asked -99' }],
  ])('%s', (_, thing, today, expected) => {
    expect(told(thing, today)).toEqual(expected)
  })
})

test.each<[CivilDate, CivilDate]>([
  ['2026-12-31', '2027-01-05'],
  ['2026-11-27', '2026-11-28'],
  ['2026-11-28', '2026-12-01'],
  // Tết 2026: off from Saturday 14 to Sunday 22 February.
  ['2026-02-16', '2026-02-24'],
])('due on %s is late from %s at the latest', (dueOn, first) => {
  const late = lateFrom(calendar, dueOn)
  expect(late <= first).toBe(true)
  expect(isOff(calendar, addDays(late, -1))).toBe(false)
})

test('what is late from the first silent day on is told to nobody, the day before it is', () => {
  for (const today of ['2026-11-18', '2026-02-11', '2026-12-30'] as const) {
    const silent = firstSilentDay(calendar, today)
    expect(told({ lateFrom: silent }, today)).toEqual({})
    expect(told({ lateFrom: addDays(silent, -1) }, today)).toEqual({ mai: 'soon -7' })
  }
})
