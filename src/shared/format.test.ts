import { expect, test } from 'vitest'
import { clockTime, longDate, longInstant, number, percent, shortDate, weekdayName } from './format.ts'

test('a date as people here write it, in both languages', () => {
  expect(shortDate('2017-02-03')).toBe('03/02/2017')
  expect(longDate('vi', '2017-02-23')).toBe('Thứ năm, 23/02/2017')
  expect(longDate('en', '2017-02-23')).toBe('Thursday, 23/02/2017')
})

test('the seven days of a week', () => {
  const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'] as const
  expect(week.map((day) => weekdayName('vi', day))).toEqual(['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật'])
  expect(new Set(week.map((day) => weekdayName('en', day))).size).toBe(7)
})

test('an instant by the clock of Vietnam, whatever the clock of the server', () => {
  expect(clockTime(new Date('2026-11-22T17:05:00Z'))).toBe('00:05')
  expect(longInstant('vi', new Date('2026-11-22T17:05:00Z'))).toBe('Thứ hai, 23/11/2026 00:05')
})

test.each([
  ['vi', 16243, '16.243'],
  ['en', 16243, '16,243'],
  ['vi', 0, '0'],
  ['en', -1234567, '-1,234,567'],
] as const)('in %s %d is %s', (lang, value, text) => {
  expect(number(lang, value)).toBe(text)
})

test.each([
  ['vi', 0.961, '96,1 %'],
  ['en', 0.961, '96.1 %'],
  ['vi', 1, '100 %'],
  ['vi', 0, '0 %'],
  ['vi', 0.0004, '0 %'],
  ['en', 2 / 3, '66.7 %'],
] as const)('in %s a share of %d is %s', (lang, share, text) => {
  expect(percent(lang, share)).toBe(text)
})
