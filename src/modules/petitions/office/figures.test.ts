import { expect, test } from 'vitest'
import { dueWords } from './due-words.ts'
import { lastMonths } from './figures.ts'

test('the last months run over the turn of the year, oldest first', () => {
  expect(lastMonths('2027-02-14', 4)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(lastMonths('2026-12-31', 1)).toEqual(['2026-12'])
})

test.each([
  ['2026-11-19', 'quá hạn 3 ngày', 'late'],
  ['2026-11-21', 'quá hạn 1 ngày', 'late'],
  ['2026-11-22', 'hôm nay', 'soon'],
  ['2026-11-23', 'còn 1 ngày', 'soon'],
  ['2026-11-25', 'còn 3 ngày', 'soon'],
  ['2026-11-26', 'còn 4 ngày', 'neutral'],
] as const)('due %s is said on 22 November as “%s”', (dueOn, words, tone) => {
  expect(dueWords('vi', dueOn, '2026-11-22')).toEqual({ words, tone })
})

test('English knows one day from two', () => {
  expect(dueWords('en', '2026-11-23', '2026-11-22').words).toBe('1 day left')
  expect(dueWords('en', '2026-11-20', '2026-11-22').words).toBe('2 days overdue')
})
