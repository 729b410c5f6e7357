import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { comparisonWith } from './compare-rows.ts'
import { type Count, changes, countsOf, pruneTallies, recount } from './tallies.ts'

const { db, pool } = await testDatabase()
const scope = { authorityId: 1 }
const count = (bucket: string, owner = 'all'): Count => ({ name: 'case', owner, bucket })
const move = (before: Count[], after: Count[]) => db.transaction().execute((trx) => recount(trx, scope, before, after))

beforeAll(async () => {
  await pool.query(
    `insert into authorities (id, slug, name, short_name, code_prefix, tier, valid_from) values (1, 'xa', 'Xã', 'Xã', 'XA', 'commune', '2026-01-01')`,
  )
})

describe('what a matter stops and starts counting towards', () => {
  test.each<{ before: string[]; after: string[]; is: [string, number][] }>([
    {
      before: [],
      after: ['a', 'b'],
      is: [
        ['a', 1],
        ['b', 1],
      ],
    },
    { before: ['a'], after: ['a'], is: [] },
    {
      before: ['b', 'a'],
      after: ['c', 'b'],
      is: [
        ['a', -1],
        ['c', 1],
      ],
    },
    { before: ['a', 'a'], after: ['a'], is: [['a', -1]] },
  ])('$before → $after', ({ before, after, is }) => {
    expect(
      changes(
        before.map((bucket) => count(bucket)),
        after.map((bucket) => count(bucket)),
      ).map(({ count: { bucket }, by }) => [bucket, by]),
    ).toEqual(is)
  })
})

test('many connections at once add up, and a broken-off act counts nothing', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, i) => move([], [count('received', i % 2 ? 'all' : 'unit:x')])))
  await expect(
    db.transaction().execute(async (trx) => {
      await recount(trx, scope, [], [count('received')])
      throw new Error('the act failed')
    }),
  ).rejects.toThrow('the act failed')
  expect(await countsOf(db, scope, 'case', 'all')).toEqual([{ bucket: 'received', n: 20 }])
})

test('counts that came to nothing are dropped, the others stay', async () => {
  await move([], [count('2026-12-01', 'unit:y'), count('2026-12-02', 'unit:y')])
  await move([count('2026-12-01', 'unit:y')], [])
  expect(await countsOf(db, scope, 'case', 'unit:y')).toEqual([{ bucket: '2026-12-02', n: 1 }])
  expect(await pruneTallies(db)).toBeGreaterThan(0)
  const rows = await db.selectFrom('tallies').select('bucket').where('owner', '=', 'unit:y').execute()
  expect(new Set(rows.map((row) => row.bucket))).toEqual(new Set(['2026-12-02']))
  expect(await pruneTallies(db)).toBe(0)
})

test('rows of one count that many connections wrote become one, and the count stays', async () => {
  const ofOwner = db.selectFrom('tallies').select(['bucket', 'slot', 'n']).where('owner', '=', 'unit:z').orderBy('bucket')
  const row = (bucket: string, slot: number, n: number) => ({ authority_id: 1, name: 'case', owner: 'unit:z', bucket, slot, n })
  await db
    .insertInto('tallies')
    .values([row('a', 3, 5), row('a', 7, -2), row('a', 9, 4), row('b', 9, 1)])
    .execute()
  expect(await pruneTallies(db)).toBe(2)
  expect((await ofOwner.execute()).map(({ bucket, slot, n }) => [bucket, slot, Number(n)])).toEqual([
    ['a', 3, 7],
    ['b', 9, 1],
  ])
  expect(await countsOf(db, scope, 'case', 'unit:z')).toEqual([
    { bucket: 'a', n: 7 },
    { bucket: 'b', n: 1 },
  ])
})

test('kept counts are compared with the rows of a table, batch by batch, of one authority alone', async () => {
  await pool.query(
    `create table counted (authority_id int, id uuid, state text);
     insert into counted select 1, gen_random_uuid(), 'open' from generate_series(1, 2500);
     insert into counted values (2, gen_random_uuid(), 'open'), (1, gen_random_uuid(), 'closed')`,
  )
  const name = 'counted.state'
  const compare = comparisonWith<{ id: string; state: string }>({
    names: [name],
    rows: (trx) => trx.selectFrom(sql<{ authority_id: number; id: string; state: string }>`counted`.as('counted')).select(['id', 'state']),
    countsFor: ({ state }) => [{ name, owner: 'all', bucket: state }],
  })
  const counted = (bucket: string): Count => ({ name, owner: 'all', bucket })
  await move(
    [],
    Array.from({ length: 2_500 }, () => counted('open')),
  )
  expect(await compare(db, scope)).toEqual([{ count: counted('closed'), kept: 0, counted: 1 }])
  await move([], [counted('closed'), counted('lost')])
  expect(await compare(db, scope)).toEqual([{ count: counted('lost'), kept: 1, counted: 0 }])
})
