import { describe, expect, test } from 'vitest'
import type { CivilDate } from '../../shared/civil-date.ts'
import { dueOnOf } from './deadline.ts'
import { nationalCalendar } from './national-calendar.ts'

/** One row per thing that the law says; `because` is for the lawyer who checks the table. */
const table: { rule: string; from: CivilDate; variant?: string; due: CivilDate; because: string }[] = [
  {
    rule: 'intake.notify_initial_result',
    from: '2026-11-22',
    due: '2026-12-07',
    because: '10 working days; filed on a Sunday; 24/11 is Culture Day',
  },
  { rule: 'complaint.accept', from: '2026-11-22', due: '2026-12-02', because: '7 working days; 24/11 is Culture Day' },
  { rule: 'complaint.accept', from: '2026-06-30', due: '2026-07-10', because: 'the day before the change: 10 calendar days still' },
  { rule: 'complaint.accept.pre2026', from: '2026-06-30', due: '2026-07-10', because: 'the old version under its own id' },
  { rule: 'complaint.accept', from: '2026-07-01', due: '2026-07-10', because: 'from the change on: 7 working days' },
  { rule: 'complaint.accept', from: '2026-06-24', due: '2026-07-06', because: '10 calendar days end on Saturday 4/7, moved to Monday' },
  { rule: 'complaint.resolve_first', from: '2026-02-10', due: '2026-03-12', because: '30 calendar days; Tết inside still counts' },
  { rule: 'complaint.resolve_first', from: '2026-02-10', variant: 'complex', due: '2026-03-27', because: '45 days when found complex' },
  {
    rule: 'complaint.resolve_first',
    from: '2026-02-10',
    variant: 'complex, remote',
    due: '2026-04-13',
    because: '60 days end on Saturday 11/4',
  },
  {
    rule: 'complaint.resolve_first',
    from: '2026-01-18',
    due: '2026-02-23',
    because: '30 days end on 17/2, the first day of Tết: the office opens on Monday 23/2',
  },
  {
    rule: 'complaint.resolve_second',
    from: '2026-06-29',
    variant: 'remote+complex',
    due: '2026-09-07',
    because: '70 days, a plain Monday',
  },
  {
    rule: 'complaint.resolve_second',
    from: '2026-07-18',
    due: '2026-09-03',
    because: '45 days end on 1/9, beside National Day: next open is 3/9',
  },
  {
    rule: 'complaint.send_first',
    from: '2026-08-20',
    due: '2026-08-24',
    because: '3 working days: Friday, the worked Saturday 22/8, Monday',
  },
  { rule: 'complaint.send_first', from: '2026-01-08', due: '2026-01-12', because: 'Friday, the worked Saturday 10/1, Monday' },
  {
    rule: 'complaint.send_first',
    from: '2026-02-13',
    due: '2026-02-25',
    because: 'from Friday before Tết: the office opens again on Monday 23/2',
  },
  { rule: 'complaint.send_first', from: '2025-12-31', due: '2026-01-07', because: '1/1 and the swapped 2/1 are off' },
  {
    rule: 'complaint.send_first',
    from: '2024-04-26',
    due: '2024-05-04',
    because: '29/4 to 1/5 are off; Thursday, Friday and the worked Saturday 4/5 count',
  },
  {
    rule: 'complaint.send_second',
    from: '2026-04-19',
    due: '2026-04-28',
    because: '7 calendar days end on Sunday 26/4, Hùng Kings’ Day, made up on Monday 27/4',
  },
  {
    rule: 'democracy.initiative_validity',
    from: '2026-11-30',
    due: '2027-03-01',
    because: 'three months: February has no 30th, its last day is a Sunday',
  },
  { rule: 'democracy.initiative_validity', from: '2026-01-15', due: '2026-04-15', because: 'three months: the same day number' },
  {
    rule: 'democracy.consultation_period',
    from: '2026-11-02',
    due: '2026-11-23',
    because: 'at least 20 days: ends on Sunday, so it stays open on Monday',
  },
  {
    rule: 'ati.office_complex',
    from: '2026-11-22',
    variant: 'simpleAvailable',
    due: '2026-11-23',
    because: 'at once: on Sunday, the next working day',
  },
  { rule: 'ati.office_complex', from: '2026-11-23', variant: 'simpleAvailable', due: '2026-11-23', because: 'at once: the same day' },
  {
    rule: 'complaint.dialogue_notice',
    from: '2026-12-04',
    due: '2026-11-29',
    because: 'at least 5 days before: counted back; a Sunday stays',
  },
  {
    rule: 'reception.online_notice',
    from: '2026-11-30',
    due: '2026-11-20',
    because: '5 working days back: 27, 26, 25, 23, 20/11 (24/11 is off)',
  },
]

test.each(table)('$rule $variant from $from is due $due: $because', ({ rule, from, variant, due }) => {
  expect(dueOnOf(rule, from, variant, nationalCalendar())).toBe(due)
})

describe('the table of law', () => {
  test('can fail: another day is not the answer', () => {
    const row = table[0]!
    expect(dueOnOf(row.rule, row.from, row.variant, nationalCalendar())).not.toBe('2026-12-06')
  })
})
