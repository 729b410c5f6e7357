import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import type { Connection } from '../../../platform/database.ts'
import { listResidents, residentsOn } from '../resident-repository.ts'
import { type Browser, type TestApp, testApp } from '../test-app.ts'
import { createUnit, findUnit } from '../unit-repository.ts'

let connection: Connection
let it: TestApp
let khanh: Browser
let unitId: string
let page: string

beforeAll(async () => {
  connection = await testDatabase()
  it = await testApp(connection)
  await it.addPerson('khanh', ['administrator'])
  await it.addPerson('hoa', ['receptionOfficer'])
  const ward = { name: 'Phường Thác Mơ', shortName: 'Thác Mơ', kind: 'ward', validFrom: '2009-11-01', population: 7300 } as const
  unitId = await connection.db.transaction().execute((trx) => createUnit(trx, it.scope, ward))
  page = `/lam-viec/quan-tri/don-vi/${unitId}`
  khanh = it.browser()
  await khanh.signIn('khanh')
})
afterAll(() => it.app.close())

const enter = (form: Record<string, string>) => khanh.fill(page, `${page}/so-dan`, form)
const right = { residents: '8100', countedOn: '2024-04-01', source: 'Tổng điều tra giữa kỳ 2024' }

describe('residents of a unit', () => {
  test('are entered with their day and source; each day has the count that held then', async () => {
    expect((await enter(right)).headers.location).toBe(`${page}?xong=1`)
    expect(await listResidents(connection.db, it.scope, unitId)).toEqual([
      { unitId, validFrom: '2024-04-01', residents: 8100, source: 'Tổng điều tra giữa kỳ 2024' },
      { unitId, validFrom: '2009-11-01', residents: 7300, source: null },
    ])
    const on = async (day: `${number}-${number}-${number}`) => (await residentsOn(connection.db, it.scope, day)).get(unitId)?.residents
    expect([await on('2009-10-31'), await on('2024-03-31'), await on('2024-04-01')]).toEqual([undefined, 7300, 8100])
    expect((await findUnit(connection.db, it.scope, unitId))!.population).toBe(8100)
    const shown = (await khanh.get(page)).body
    for (const words of ['8.100', '01/04/2024', 'Tổng điều tra giữa kỳ 2024', 'chưa ghi nguồn']) expect(shown).toContain(words)
  })

  test('an older day put right changes neither the newest count nor the others', async () => {
    await enter({ ...right, residents: '7200', countedOn: '2009-11-01', source: 'Tổng điều tra 2009' })
    expect((await listResidents(connection.db, it.scope, unitId)).map(({ residents }) => residents)).toEqual([8100, 7200])
    expect((await findUnit(connection.db, it.scope, unitId))!.population).toBe(8100)
  })

  test.each([
    ['nobody', { residents: '0' }, 'Số dân'],
    ['half a person', { residents: '1.5' }, 'Số dân'],
    ['no number', { residents: '' }, 'Số dân'],
    ['a word', { residents: 'nhiều' }, 'Số dân'],
    ['no day', { countedOn: '' }, 'Tính đến ngày'],
    ['a day that is none', { countedOn: '2024-02-30' }, 'Tính đến ngày'],
    ['no source', { source: ' ' }, 'Nguồn số liệu'],
  ])('%s is refused by the field’s name, and what was typed stays', async (_, change, field) => {
    const before = await listResidents(connection.db, it.scope, unitId)
    const answer = await enter({ ...right, residents: '9000', ...change })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`${field}: `)
    if (!('source' in change)) expect(answer.body).toContain('value="Tổng điều tra giữa kỳ 2024"')
    expect(await listResidents(connection.db, it.scope, unitId)).toEqual(before)
  })

  test('are the administrator’s to enter, for a unit that there is', async () => {
    const unknown = '/lam-viec/quan-tri/don-vi/018f3b4e-0000-7000-8000-000000000001/so-dan'
    expect((await khanh.fill(page, unknown, right)).statusCode).toBe(404)
    const hoa = it.browser()
    await hoa.signIn('hoa')
    expect((await hoa.fill('/', `${page}/so-dan`, right)).statusCode).toBe(403)
  })
})
