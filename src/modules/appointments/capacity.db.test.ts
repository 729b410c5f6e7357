import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAppointment } from './ask-appointment.ts'
import { actOn } from './feature.ts'
import { listDays, saveDay } from './reception-days.ts'
import { scope, site, type TestApp, testApp } from './test-app.ts'

let it: TestApp

beforeAll(async () => {
  it = await testApp()
})
afterAll(() => it.app.close())

type Input = Parameters<typeof askAppointment>[3]
const ask = (on: Input['on'], clientToken: string = randomUUID()) =>
  askAppointment(it.options, scope, site, {
    on,
    part: 'morning',
    subject: 'Việc',
    words: null,
    filer: { name: 'Bình', phone: null },
    clientToken,
  })
const freeOn = async (on: string) => (await listDays(it.db, scope, '2026-11-27', null, 100)).items.find((day) => day.on === on)?.free
const codes = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'done' : (outcome.reason as { code: string }).code)).toSorted()

test('thirty at once for three places: three get one, the others are told, nothing else is written', async () => {
  await it.addDay('2026-12-02', 3)
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => ask('2026-12-02')))
  expect(codes(outcomes)).toEqual([...Array<string>(27).fill('day_full'), ...Array<string>(3).fill('done')])
  for (const table of ['appointments', 'appointment_filers', 'history_entries'] as const) {
    expect(await it.db.selectFrom(table).selectAll().execute()).toHaveLength(3)
  }
  expect(await freeOn('2026-12-02')).toBe(0)
})

test('the same sending twenty times at once takes one place, also the last one', async () => {
  await it.addDay('2026-12-09', 1)
  const token = randomUUID()
  const filed = await Promise.all(Array.from({ length: 20 }, () => ask('2026-12-09', token)))
  expect(new Set(filed.map(({ matter, secret }) => `${matter.code} ${secret}`)).size).toBe(1)
  expect(filed.filter(({ repeated }) => !repeated)).toHaveLength(1)
  await expect(ask('2026-12-09')).rejects.toMatchObject({ code: 'day_full', status: 409 })
})

test('the office moves no more appointments onto a day than it holds', async () => {
  await it.addDay('2026-12-16', 10)
  await it.addDay('2026-12-23', 2)
  const filed = await Promise.all(Array.from({ length: 6 }, () => ask('2026-12-16')))
  const request = { scope, actor: it.actors.receptionOfficer }
  const input = { on: '2026-12-23', at: '08:00', place: 'Phòng 1', reason: 'Chủ tịch đi công tác.' }
  const outcomes = await Promise.allSettled(
    filed.map(({ matter }) => actOn(it.options, request, { appointment: matter, roles: new Set() }, 'confirm', input)),
  )
  expect(codes(outcomes)).toEqual(['day_full', 'day_full', 'day_full', 'day_full', 'done', 'done'])
  expect([await freeOn('2026-12-16'), await freeOn('2026-12-23')]).toEqual([6, 0])
})

test('a cancelled appointment gives its place back', async () => {
  await it.addDay('2026-12-30', 1)
  const { matter } = await ask('2026-12-30')
  await actOn(it.options, { scope, actor: null }, { appointment: matter, roles: new Set(['filer']) }, 'cancel', {})
  expect(await freeOn('2026-12-30')).toBe(1)
  await ask('2026-12-30')
})

test('fewer places than are taken leave none free, and take nobody’s away', async () => {
  const day = (await listDays(it.db, scope, '2026-12-16', null, 1)).items[0]!
  await it.db.transaction().execute((trx) => saveDay(trx, scope, { ...day, capacity: 1 }))
  expect((await listDays(it.db, scope, '2026-12-16', null, 1)).items[0]).toMatchObject({ taken: 4, free: 0 })
})
