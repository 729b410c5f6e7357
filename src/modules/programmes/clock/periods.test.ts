import { describe, expect, test } from 'vitest'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Recurrence } from '../task.ts'
import { dueIn, periodAfter, periodNamed, periodOf } from './periods.ts'
import { instancesToMake } from './plan-instances.ts'

describe('periods', () => {
  test.each<[Recurrence, CivilDate, string, CivilDate, CivilDate]>([
    ['month', '2026-03-01', '2026-M03', '2026-03-01', '2026-03-31'],
    ['month', '2028-02-29', '2028-M02', '2028-02-01', '2028-02-29'],
    ['month', '2026-02-28', '2026-M02', '2026-02-01', '2026-02-28'],
    ['month', '2026-12-31', '2026-M12', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-09-30', '2026-Q3', '2026-07-01', '2026-09-30'],
    ['quarter', '2026-10-01', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['half-year', '2026-06-30', '2026-H1', '2026-01-01', '2026-06-30'],
    ['half-year', '2026-07-01', '2026-H2', '2026-07-01', '2026-12-31'],
    ['year', '2026-05-05', '2026', '2026-01-01', '2026-12-31'],
    ['always', '2026-05-05', '2026', '2026-01-01', '2026-12-31'],
  ])('%s of %s is %s', (every, on, name, from, to) => {
    expect(periodOf(every, on)).toEqual({ name, from, to })
    expect(periodNamed(name)).toMatchObject({ name, from, to })
  })

  test.each<[Recurrence, CivilDate, string]>([
    ['month', '2026-12-15', '2027-M01'],
    ['quarter', '2026-12-31', '2027-Q1'],
    ['half-year', '2026-08-01', '2027-H1'],
    ['year', '2026-01-01', '2027'],
  ])('after the %s of %s comes %s', (every, on, next) => {
    expect(periodAfter(every, periodOf(every, on)).name).toBe(next)
  })

  test.each(['2026-M13', '2026-M00', '2026-M3', '2026-Q5', '2026-H3', '2026-Q0', '26', '2026-X1', ''])('"%s" names no period', (name) => {
    expect(periodNamed(name)).toBeNull()
  })

  test.each<[Recurrence, CivilDate, CivilDate | null, CivilDate]>([
    ['month', '2028-02-10', null, '2028-02-29'],
    ['month', '2026-02-10', '2026-01-25', '2026-02-25'],
    ['month', '2026-02-10', '2026-01-30', '2026-02-28'],
    ['month', '2026-03-10', '2026-02-28', '2026-03-31'],
    ['quarter', '2026-11-10', '2026-03-10', '2026-12-10'],
    ['quarter', '2026-11-10', '2026-02-20', '2026-11-20'],
    ['half-year', '2026-11-10', '2026-06-15', '2026-12-15'],
    ['year', '2027-05-05', '2026-11-20', '2027-11-20'],
    ['year', '2027-05-05', '2028-02-29', '2027-02-28'],
  ])('%s of %s with the plan’s day %s is due on %s', (every, on, named, due) => {
    expect(dueIn(every, periodOf(every, on), named)).toBe(due)
  })
})

describe('rounds that are to be made', () => {
  const programme = { startsOn: '2026-02-09', publishedOn: '2026-02-09', endsOn: '2026-12-31' } as const
  const monthly = { every: 'month', startsOn: null, dueOn: null } as const
  const names = (...args: Parameters<typeof instancesToMake>) => instancesToMake(...args).map(({ period }) => period)

  test('the first time: from the month in which the programme came out to the next', () => {
    expect(names(monthly, programme, [], '2026-03-05')).toEqual(['2026-M02', '2026-M03', '2026-M04'])
  })
  test('each night after: nothing, until a month begins', () => {
    expect(names(monthly, programme, ['2026-M02', '2026-M03', '2026-M04'], '2026-03-31')).toEqual([])
    expect(names(monthly, programme, ['2026-M02', '2026-M03', '2026-M04'], '2026-04-01')).toEqual(['2026-M05'])
  })
  test('after ten weeks without the job none is left out', () => {
    expect(names(monthly, programme, ['2026-M02', '2026-M03'], '2026-06-10')).toEqual(['2026-M04', '2026-M05', '2026-M06', '2026-M07'])
  })
  test('the programme ends, and so do the rounds; the last is due on its last day', () => {
    const ends = { ...programme, endsOn: '2026-06-20' } as const
    const made = instancesToMake(monthly, ends, ['2026-M04'], '2026-06-10')
    expect(made).toEqual([
      { period: '2026-M05', startsOn: '2026-05-01', dueOn: '2026-05-31' },
      { period: '2026-M06', startsOn: '2026-06-01', dueOn: '2026-06-20' },
    ])
    expect(names(monthly, ends, ['2026-M06'], '2026-12-01')).toEqual([])
  })
  test('over the end of a year', () => {
    expect(names({ ...monthly, every: 'quarter' }, { ...programme, endsOn: null }, ['2026-Q3'], '2026-12-31')).toEqual([
      '2026-Q4',
      '2027-Q1',
    ])
  })
  test('what is done at all times is looked at once a year', () => {
    expect(names({ ...monthly, every: 'always' }, { ...programme, endsOn: null }, [], '2026-11-26')).toEqual(['2026', '2027'])
  })
  test('an item that begins later has its first round then', () => {
    expect(names({ ...monthly, startsOn: '2026-09-15' }, programme, [], '2026-03-05')).toEqual([])
    expect(names({ ...monthly, startsOn: '2026-09-15' }, programme, [], '2026-09-20')).toEqual(['2026-M09', '2026-M10'])
  })
  test('a programme of nine years ago makes no history', () => {
    const old = { startsOn: '2017-02-09', publishedOn: '2017-02-09', endsOn: '2017-12-31' } as const
    expect(names(monthly, old, [], '2026-03-05')).toEqual([])
  })
  test('nothing of a draft, nothing of what does not recur', () => {
    expect(names(monthly, { ...programme, publishedOn: null }, [], '2026-03-05')).toEqual([])
    expect(names({ ...monthly, every: null }, programme, [], '2026-03-05')).toEqual([])
  })
})
