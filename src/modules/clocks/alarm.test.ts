import { describe, expect, test } from 'vitest'
import { alarmOn } from './alarm.ts'
import { nationalCalendar } from './national-calendar.ts'

const RULE = 'intake.unprocessed_hard_stop'
const upTo = (today: Parameters<typeof alarmOn>[1]) => alarmOn(RULE, today, nationalCalendar()).receivedUpTo

describe('the alarm of 45 days (NĐ 154/2026, Đ41 k3b)', () => {
  test.each([
    ['2026-11-24', '2026-10-09', 'the 45th day of what came on 9/10 was Monday 23/11'],
    ['2026-11-23', '2026-10-06', 'the 45th day of what came on 7/10 was Saturday 21/11 and moved to Monday 23/11'],
    ['2026-11-25', '2026-10-09', 'the 45th day of what came on 10/10 was Tuesday 24/11, a day off, and moved to today'],
    ['2026-11-20', '2026-10-05', 'a plain Friday: 46 days back'],
  ] as const)('on %s it has gone off for what came up to %s', (today, expected, _because) => {
    expect(upTo(today)).toBe(expected)
  })

  test('says the days and the article', () => {
    expect(alarmOn(RULE, '2026-11-24', nationalCalendar())).toMatchObject({ days: 45, basis: expect.stringContaining('154/2026') })
  })

  test('before the decree there is no such threshold', () => {
    expect(() => upTo('2026-06-30')).toThrow('rule_not_in_force')
  })
})
