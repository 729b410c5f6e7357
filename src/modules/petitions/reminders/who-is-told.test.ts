import { describe, expect, test } from 'vitest'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { buildCalendar, type CalendarDay } from '../../clocks/calendar.ts'
import { type DueCase, isReminderDay, lastSoonDay, type Office, whoIsTold } from './who-is-told.ts'

const day = (date: CivilDate, off: boolean): CalendarDay => ({
  date,
  off,
  holiday: off ? 'lunarNewYear' : 'swap',
  kind: off ? 'statutory' : 'workday',
  name: null,
  sure: 'V',
  source: [],
  notice: null,
})
/** Tết 2026 from Monday 16 to Friday 20 February; Saturday 22 August is worked for Monday 31 August; 2 September and the day before are off. */
const calendar = buildCalendar(
  [
    ...(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-08-31', '2026-09-01', '2026-09-02'] as const).map(
      (date) => day(date, true),
    ),
    day('2026-08-22', false),
  ],
  [2026],
)
const office: Office = {
  unitOf: new Map([
    ['nam', 'u1'],
    ['dung', 'u1'],
    ['mai', 'u2'],
  ]),
  headsOf: new Map([['u1', ['dung']]]),
  receptionOfficers: ['hoa'],
  chairmen: ['lam'],
}
const ofNam: Omit<DueCase, 'dueOn'> = { unitId: 'u1', officerId: 'nam' }
const told = (one: DueCase, today: CivilDate) => Object.fromEntries(whoIsTold(office, calendar, one, today))

describe('who is told of the case of an officer, by day', () => {
  test.each<{ due: CivilDate; today: CivilDate; told: Record<string, string>; because: string }>([
    { due: '2026-11-27', today: '2026-11-23', told: {}, because: 'four working days are left' },
    { due: '2026-11-27', today: '2026-11-24', told: { nam: 'soon' }, because: 'three working days are left' },
    { due: '2026-11-27', today: '2026-11-26', told: { nam: 'soon' }, because: 'one is left' },
    { due: '2026-11-27', today: '2026-11-27', told: { nam: 'today' }, because: 'it is the day' },
    { due: '2026-11-27', today: '2026-11-30', told: { nam: 'overdue', dung: 'escalated' }, because: 'the weekend between is not counted' },
    { due: '2026-11-27', today: '2026-12-01', told: { nam: 'overdue', dung: 'escalated' }, because: 'two working days late' },
    {
      due: '2026-11-27',
      today: '2026-12-02',
      told: { nam: 'overdue', dung: 'escalated', lam: 'escalated' },
      because: 'three working days late: the chairman as well',
    },
    { due: '2026-02-24', today: '2026-02-12', told: { nam: 'soon' }, because: 'Friday, then Monday and Tuesday after Tết, are three' },
    { due: '2026-02-23', today: '2026-02-13', told: { nam: 'soon' }, because: 'the nine days of Tết between are one working day' },
    { due: '2026-02-13', today: '2026-02-23', told: { nam: 'overdue', dung: 'escalated' }, because: 'Tết does not make it later' },
    { due: '2026-08-24', today: '2026-08-19', told: {}, because: 'the worked Saturday makes it four' },
    {
      due: '2026-08-21',
      today: '2026-08-22',
      told: { nam: 'overdue', dung: 'escalated' },
      because: 'the swapped Saturday is a working day',
    },
    { due: '2026-08-28', today: '2026-09-03', told: { nam: 'overdue', dung: 'escalated' }, because: 'National Day closes the office' },
  ])('due $due, on $today: $because', ({ due, today, told: expected }) => {
    expect(told({ ...ofNam, dueOn: due }, today)).toEqual(expected)
  })
})

describe('before the due day, working days are counted', () => {
  test.each<{ today: CivilDate; until: CivilDate; because: string }>([
    { today: '2026-11-23', until: '2026-11-26', because: 'a plain week' },
    { today: '2026-11-26', until: '2026-12-01', because: 'over a weekend' },
    { today: '2026-11-25', until: '2026-11-30', because: 'Thursday, Friday, Monday' },
    { today: '2026-11-24', until: '2026-11-29', because: 'a promise for the weekend after the third working day is told in time' },
    { today: '2026-02-12', until: '2026-02-24', because: 'Friday, then Monday and Tuesday after Tết' },
    { today: '2026-08-19', until: '2026-08-23', because: 'the worked Saturday counts; the Sunday after it comes no later' },
    { today: '2026-08-28', until: '2026-09-07', because: 'National Day and a weekend lie between' },
  ])('$today reaches to $until: $because', ({ today, until }) => {
    expect(lastSoonDay(calendar, today)).toBe(until)
  })
})

describe('whose case it is', () => {
  const overdue = { dueOn: '2026-11-27' as CivilDate }
  const [first, third] = ['2026-11-30', '2026-12-02'] as const
  test.each<{ one: Omit<DueCase, 'dueOn'>; today: CivilDate; told: Record<string, string>; because: string }>([
    { one: { unitId: 'u1', officerId: null }, today: first, told: { dung: 'overdue' }, because: 'no officer: the head is told, once' },
    {
      one: { unitId: 'u1', officerId: 'dung' },
      today: first,
      told: { dung: 'overdue' },
      because: 'the head’s own case is not escalated to the head',
    },
    { one: { unitId: 'u1', officerId: 'mai' }, today: first, told: { dung: 'overdue' }, because: 'the officer moved to another unit' },
    { one: { unitId: 'u1', officerId: 'gone' }, today: first, told: { dung: 'overdue' }, because: 'the officer works here no longer' },
    { one: { unitId: 'u2', officerId: 'mai' }, today: first, told: { mai: 'overdue' }, because: 'the unit has no head' },
    { one: { unitId: 'u2', officerId: null }, today: first, told: { hoa: 'overdue' }, because: 'neither officer nor head: reception' },
    { one: { unitId: null, officerId: null }, today: first, told: { hoa: 'overdue' }, because: 'not handed out yet' },
    {
      one: { unitId: null, officerId: null },
      today: third,
      told: { hoa: 'overdue', lam: 'escalated' },
      because: 'three days late and not handed out',
    },
  ])('$because', ({ one, today, told: expected }) => {
    expect(told({ ...one, ...overdue }, today)).toEqual(expected)
  })
})

test.each<[CivilDate, boolean]>([
  ['2026-11-27', true],
  ['2026-11-28', false],
  ['2026-08-22', true],
  ['2026-08-31', false],
  ['2026-02-17', false],
])('%s is a day of reminders: %s', (today, expected) => {
  expect(isReminderDay(calendar, today)).toBe(expected)
})
