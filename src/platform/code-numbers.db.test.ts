import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/support/database.ts'
import { codeOf, nextNumber, normaliseCode, readySeries } from './code-numbers.ts'
import type { Db } from './database.ts'

let db: Db
const scope = { authorityId: 1 }

beforeAll(async () => {
  ;({ db } = await testDatabase())
})

test('many at once, also in the first moment of a year, never get the same number', async () => {
  const numbers = await Promise.all(Array.from({ length: 40 }, () => nextNumber(db, scope, 'appointment', 2026)))
  expect(new Set(numbers).size).toBe(40)
  expect(Math.max(...numbers)).toBe(40)
})

test('each series, authority and year counts for itself', async () => {
  for (const [series, authorityId, year] of [
    ['petition', 1, 2026],
    ['letter', 2, 2026],
    ['letter', 1, 2027],
  ] as const)
    expect(await nextNumber(db, { authorityId }, series, year)).toBe(1)
})

test('the sequence of a series is there for whoever asks first, and gives the numbers that nextNumber goes on with', async () => {
  const names = await Promise.all(Array.from({ length: 8 }, () => readySeries(db, scope, 'paper', 2026)))
  expect(new Set(names)).toEqual(new Set(['paper_numbers_1_2026']))
  const { rows } = await sql<{ n: number }>`select nextval(${names[0]!}::regclass)::int as n`.execute(db)
  expect([rows[0]!.n, await nextNumber(db, scope, 'paper', 2026)]).toEqual([1, 2])
  await expect(readySeries(db, scope, 'x"; drop', 2026)).rejects.toThrow(/lower-case/)
})

test('a series that is no plain name is refused', async () => {
  await expect(nextNumber(db, scope, 'x"; drop', 2026)).rejects.toThrow(/lower-case/)
})

test('a code is padded for reading and taken as people type it', () => {
  expect(codeOf('PL-TD', 2026, 12)).toBe('PL-TD-2026-00012')
  expect(codeOf('PL', 2026, 123_456)).toBe('PL-2026-123456')
  expect(normaliseCode(' pl-td-2026-00012\n')).toBe('PL-TD-2026-00012')
})
