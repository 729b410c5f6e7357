import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { newId } from '../../../shared/ids.ts'
import { listUnits } from '../../accounts/index.ts'

const now = () => new Date('2026-11-20T09:00:00+07:00')
const PATH = '/lam-viec/chuong-trinh/toan-canh'
let app: FastifyInstance
let signIn: (username: string) => Promise<string>
let names: string[]
let made: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  made = await testApp({ now })
  ;({ app, signIn } = made)
  const own = await made.db
    .selectFrom('staff')
    .innerJoin('auth_users', 'auth_users.id', 'staff.person_id')
    .select('unit_id')
    .where('username', '=', 'dung')
    .executeTakeFirstOrThrow()
  const units = (await listUnits(made.db, { authorityId: 1 })).filter(({ id }) => id !== own.unit_id).slice(0, 2)
  const mine = (await listUnits(made.db, { authorityId: 1 })).find(({ id }) => id === own.unit_id)!
  names = [mine, ...units].map(({ name }) => name)
  const plan = await aProgrammeRow(made.db)
  await taskRows(made.db, plan, [
    { unitId: mine.id, lateFrom: '2026-11-01' },
    { unitId: units[0]!.id, lateFrom: '2026-11-01' },
    { unitId: units[0]!.id, lateFrom: '2026-11-20' },
    { unitId: units[1]!.id, lateFrom: '2026-12-10' },
    { unitId: units[1]!.id, status: 'done', saidNot: 1 },
  ])
})

async function rowsFor(username: string, query = ''): Promise<string[][]> {
  const { body, statusCode } = await app.inject({ url: PATH + query, headers: { cookie: await signIn(username) } })
  expect(statusCode).toBe(200)
  expect(body).toContain('noindex')
  const rows = body.slice(body.lastIndexOf('<tbody')).matchAll(/<tr.*?<\/tr>/g)
  return [...rows].map(([row]) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map((cell) => cell[1]!.replace(/<[^>]*>/g, '')))
}

test.each(['lam', 'phuc'])('%s sees every agency, the latest first', async (username) => {
  expect(await rowsFor(username)).toEqual([
    [names[1], '2', '0 (0 %)', '2', '2', '0'],
    [names[0], '1', '0 (0 %)', '1', '1', '0'],
    [names[2], '2', '1 (50 %)', '0', '1', '1'],
  ])
})

test('sorted as the address says', async () => {
  expect((await rowsFor('lam', '?sap-xep=dan-noi-chua'))[0]![0]).toBe(names[2])
  expect((await rowsFor('lam', '?sap-xep=gi-do'))[0]![0]).toBe(names[1])
})

test('a head sees the own agency alone', async () => {
  expect(await rowsFor('dung')).toEqual([[names[0], '1', '0 (0 %)', '1', '1', '0']])
})

test.each(['hoa', 'nam', 'tuyet', 'khanh', 'binh'])('%s has no business here', async (username) => {
  expect((await app.inject({ url: PATH, headers: { cookie: await signIn(username) } })).statusCode).toBe(403)
})

test('a visitor is asked to sign in', async () => {
  expect((await app.inject({ url: PATH })).statusCode).toBe(303)
})

test('more agencies than a page holds: each stands once, in the order asked for', async () => {
  const plan = await aProgrammeRow(made.db, { slug: 'nhieu-co-quan' })
  const units = Array.from({ length: 45 }, (_, i) => ({
    authority_id: 1,
    id: newId(),
    name: `Cơ quan ${i}`,
    short_name: `CQ ${i}`,
    kind: 'agency' as const,
    valid_from: '2016-01-01' as const,
    position: 5_000 + i,
  }))
  await made.db.insertInto('units').values(units).execute()
  await taskRows(
    made.db,
    plan,
    units.map(({ id }, i) => ({
      unitId: id,
      lateFrom: '2026-12-01' as const,
      status: i === 40 ? ('done' as const) : ('planned' as const),
    })),
  )
  const seen: string[] = []
  let query = '?sap-xep=da-xong'
  while (query) {
    seen.push(...(await rowsFor('lam', query)).map(([name]) => name!))
    const { body } = await app.inject({ url: PATH + query, headers: { cookie: await signIn('lam') } })
    query = /rel="next" href="[^"?]*([^"#]*)/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  }
  expect(seen.slice(0, 2)).toEqual([names[2], 'Cơ quan 40'])
  expect(seen).toHaveLength(48)
  expect(new Set(seen).size).toBe(48)
})
