import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../tests/support/database.ts'
import { APPLICATION_ROLE, applicationAddress } from './application-role.ts'

const { url } = await testDatabase()
const onlyAdded = ['history_entries', 'log_keys', 'log_heads', 'log_leaves', 'log_tiles']

describe.each([
  { how: 'takes the role on', canSignIn: false },
  { how: 'signs in as the role', canSignIn: true },
])('the application $how', async ({ canSignIn }) => {
  const address = await applicationAddress(url, { canSignIn })
  const client = new pg.Client({ connectionString: address.url })
  await client.connect()
  afterAll(() => client.end())

  test('and owns nothing', async () => {
    expect(address.isGuarded).toBe(true)
    const { rows } = await client.query(
      'select current_user as "user", (select count(*)::int from pg_class where relowner = current_user::regrole) as owned',
    )
    expect(rows).toEqual([{ user: APPLICATION_ROLE, owned: 0 }])
  })

  test.each(onlyAdded)('and cannot change or remove rows of %s, nor what guards them', async (table) => {
    for (const statement of [`update ${table} set authority_id = 2`, `delete from ${table}`, `truncate ${table}`])
      await expect(client.query(statement), statement).rejects.toMatchObject({
        code: '42501',
        message: expect.stringMatching(/permission denied/),
      })
    await expect(client.query(`alter table ${table} disable trigger all`)).rejects.toThrow(/must be owner/)
    await expect(client.query(`drop table ${table} cascade`)).rejects.toThrow(/must be owner/)
  })

  test('and cannot say that a migration ran', async () => {
    await expect(client.query("insert into migrations (name, sha256) values ('x', 'x')")).rejects.toMatchObject({ code: '42501' })
  })

  test('and does its work: rows, numbers of a new year, jobs', async () => {
    await client.query('begin')
    await client.query("insert into rate_counters (key, window_start, n) values ('x', now(), 1)")
    await client.query("update rate_counters set n = 2 where key = 'x'")
    expect((await client.query("delete from rate_counters where key = 'x'")).rowCount).toBe(1)
    expect((await client.query("select next_number('petition', 1, 2099) as n")).rows).toEqual([{ n: 1 }])
    // A new year's sequence belongs to the owner; the application asks it for numbers all the same.
    await client.query("select ready_series('petition', 1, 2098)")
    expect((await client.query("select nextval('petition_numbers_1_2098')::int as n")).rows).toEqual([{ n: 1 }])
    await client.query("select graphile_worker.add_job('nothing', '{}')")
    expect((await client.query('select task_identifier from graphile_worker.jobs')).rows).toEqual([{ task_identifier: 'nothing' }])
    await client.query('rollback')
  })
})

test('who owns no table is let in as it comes', async () => {
  const plain = url.replace(/^(postgres(?:ql)?:\/\/)[^@/]*@/, `$1${APPLICATION_ROLE}@`)
  expect(await applicationAddress(plain, { canSignIn: false })).toEqual({ url: plain, isGuarded: true })
})
