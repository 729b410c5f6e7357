import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import type { Db } from '../../platform/database.ts'
import { siteFinder } from './authority-repository.ts'
import { countFailure, limitsFor, refuseWhenGuessing } from './failures.ts'
import { hashPassword, quickHashing } from './passwords.ts'
import { createPerson } from './people.ts'
import { pruneAccounts } from './prune.ts'
import { findPeople, listStaff, setRoles } from './staff-repository.ts'
import { createHamlet, createUnit, listHamlets, listUnits } from './unit-repository.ts'
import './accounts.table.ts'

let db: Db
const scope = { authorityId: 1 }
const other = { authorityId: 2 }
const hasher = { hash: (password: string) => hashPassword(password, quickHashing) }

beforeAll(async () => {
  db = (await testDatabase()).db
  const common = { tier: 'commune', valid_from: '2025-07-01', valid_to: null } as const
  await db
    .insertInto('authorities')
    .values([
      { id: 1, slug: 'mot', name: 'Một', short_name: 'Một', code_prefix: 'MO', host: 'mot.example.vn', ...common },
      { id: 2, slug: 'hai', name: 'Hai', short_name: 'Hai', code_prefix: 'HA', host: 'hai.example.vn', ...common },
    ])
    .execute()
})

test('the Host header chooses the authority; an unknown one gets the first', async () => {
  const find = siteFinder(db)
  expect((await find('hai.example.vn'))?.slug).toBe('hai')
  expect((await find('HAI.example.vn:8080'))?.slug).toBe('hai')
  expect((await find('127.0.0.1:8080'))?.slug).toBe('mot')
  expect((await find(''))?.slug).toBe('mot')
})

test('a renamed authority is known after five seconds, and not asked for before', async () => {
  let clock = 0
  const find = siteFinder(db, () => clock)
  await find('hai.example.vn')
  await db.updateTable('authorities').set({ short_name: 'Hai mới' }).where('id', '=', 2).execute()
  clock = 5_000
  expect((await find('hai.example.vn'))?.shortName).toBe('Hai')
  clock = 5_001
  expect((await find('hai.example.vn'))?.shortName).toBe('Hai mới')
})

test('units, hamlets and staff of one authority are not seen by another', async () => {
  const ids = await db.transaction().execute(async (trx) => {
    const first = await createUnit(trx, scope, { name: 'Phường A', shortName: 'A', kind: 'ward', validFrom: '2025-07-01', population: 10 })
    const second = await createUnit(trx, scope, { name: 'Đội B', shortName: 'B', kind: 'agency', validFrom: '2025-07-01' })
    await createHamlet(trx, scope, { unitId: first, name: 'Khu phố 1' })
    const hoa = await createPerson(trx, scope, hasher, {
      username: 'hoa',
      name: 'Hoa',
      password: 'x',
      roles: ['caseOfficer'],
      unitId: second,
    })
    await createPerson(trx, scope, hasher, { username: 'binh', name: 'Bình', password: 'x', roles: ['resident'] })
    return { first, second, hoa }
  })
  expect((await listUnits(db, scope)).map(({ shortName }) => shortName)).toEqual(['A', 'B'])
  expect(await listHamlets(db, scope, ids.first)).toMatchObject([{ unitId: ids.first, name: 'Khu phố 1' }])
  expect((await listStaff(db, scope)).map(({ username }) => username)).toEqual(['hoa'])
  expect((await listStaff(db, scope, { role: 'resident' })).map(({ username }) => username)).toEqual(['binh'])
  expect(await listStaff(db, scope, { unitId: ids.first })).toEqual([])
  for (const list of [listUnits, listHamlets, listStaff]) expect(await list(db, other)).toEqual([])
  await expect(db.transaction().execute((trx) => setRoles(trx, other, ids.hoa, ['chairman']))).rejects.toMatchObject({ status: 404 })
  await db.transaction().execute((trx) => setRoles(trx, scope, ids.hoa, ['unitHead']))
  expect(await listStaff(db, scope)).toMatchObject([{ roles: ['unitHead'], unitId: ids.second }])
  expect(await findPeople(db, [])).toEqual(new Map())
})

test.each([
  ['no role', []],
  ['an unknown role', ['king']],
  ['a resident who is an officer', ['resident', 'editor']],
])('the database itself refuses %s', async (_label, roles) => {
  const person = { username: 'x.y.z', name: 'X', password: 'x', roles: roles as never[] }
  await expect(db.transaction().execute((trx) => createPerson(trx, scope, hasher, person))).rejects.toMatchObject({ code: '23514' })
  expect(await db.selectFrom('auth_users').select('id').where('username', '=', 'x.y.z').execute()).toEqual([])
})

test('failures at the same moment are all counted', async () => {
  const limits = limitsFor('secret', { username: 'ai', address: '203.0.113.1' })
  await Promise.all(Array.from({ length: 30 }, () => countFailure(db, scope, limits)))
  const rows = await db.selectFrom('sign_in_failures').select('n').where('authority_id', '=', 1).execute()
  expect(rows.map(({ n }) => n)).toEqual([30, 30, 30])
  await expect(refuseWhenGuessing(db, scope, limits)).rejects.toMatchObject({ code: 'too_many_failures', status: 429 })
  await refuseWhenGuessing(db, other, limits)
  await refuseWhenGuessing(db, scope, limitsFor('secret', { username: 'khac', address: '203.0.113.1' }))
})

test('one name is closed everywhere after a hundred failures from many addresses', async () => {
  for (let i = 0; i < 100; i++) await countFailure(db, scope, limitsFor('secret', { username: 'lam', address: `198.51.100.${i}` }))
  await expect(refuseWhenGuessing(db, scope, limitsFor('secret', { username: 'lam', address: '192.0.2.1' }))).rejects.toMatchObject({
    status: 429,
  })
})

test('the nightly job removes what is over and nothing else', async () => {
  const { id } = await db.selectFrom('auth_users').select('id').where('username', '=', 'hoa').executeTakeFirstOrThrow()
  const now = new Date()
  const session = (name: string, hours: number) => ({
    id: name,
    token: name,
    user_id: id,
    user_agent: null,
    created_at: now,
    expires_at: new Date(now.getTime() + hours * 3_600_000),
  })
  await db
    .insertInto('auth_sessions')
    .values([session('over', -1), session('running', 1)])
    .execute()
  await db
    .insertInto('sign_ins')
    .values([
      { authority_id: 1, person_id: id, outcome: 'signedIn', at: new Date(now.getTime() - 366 * 86_400_000) },
      { authority_id: 1, person_id: id, outcome: 'wrongPassword', at: now },
    ])
    .execute()
  await pruneAccounts(db, now)
  await pruneAccounts(db, now)
  expect(await db.selectFrom('auth_sessions').select('id').execute()).toEqual([{ id: 'running' }])
  expect(await db.selectFrom('sign_ins').select('outcome').execute()).toEqual([{ outcome: 'wrongPassword' }])
  await pruneAccounts(db, new Date(now.getTime() + 3_600_000))
  expect(await db.selectFrom('sign_in_failures').select('n').execute()).toEqual([])
})
