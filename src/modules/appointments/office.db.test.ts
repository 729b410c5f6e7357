import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Role, roles } from '../accounts/index.ts'
import { type TestApp, testApp } from './test-app.ts'

let it: TestApp
const DAY = '2026-12-02'

beforeAll(async () => {
  it = await testApp()
  await it.addDay(DAY, 200)
  await it.addDay(DAY, 200, 'afternoon')
  await it.addDay('2026-12-09', 1)
})
afterAll(() => it.app.close())
beforeEach(() => it.setNow('2026-11-27T09:00:00+07:00'))

const wish = () => ({
  on: DAY,
  part: 'morning',
  subject: 'Mốc giới thửa đất',
  filer: { name: 'Trương Thị Bình', phone: '0900 000 001' },
  clientToken: randomUUID(),
})
const total = async () => (await it.db.selectFrom('appointments').select('id').execute()).length

async function ask() {
  const response = await it.browser().json('/api/v1/appointments', wish())
  expect(response.statusCode, response.body).toBe(201)
  return response.json() as { code: string; secret: string }
}

describe('in the office', () => {
  const readers: readonly Role[] = ['receptionOfficer', 'chairman', 'auditor']
  const keepers: readonly Role[] = ['receptionOfficer', 'administrator']

  test.each([...roles])('%s opens what the role may, and nothing else', async (role) => {
    const { code } = await ask()
    const browser = await it.browser().signIn(role)
    const status = async (url: string) => (await browser.get(url)).statusCode
    expect(await status('/lam-viec/tiep-dan')).toBe(readers.includes(role) ? 200 : 403)
    expect(await status(`/lam-viec/tiep-dan/${code}`)).toBe(readers.includes(role) ? 200 : 403)
    expect(await status('/lam-viec/tiep-dan/lich')).toBe(keepers.includes(role) ? 200 : 403)
    if (keepers.includes(role)) return
    for (const action of ['', '/de-nghi', '/ngung']) {
      expect((await browser.fill('/lich-tiep-dan', `/lam-viec/tiep-dan/lich${action}`, {})).statusCode).toBe(403)
    }
  })

  test('who is not signed in is led to the sign-in page', async () => {
    const response = await it.browser().get('/lam-viec/tiep-dan')
    expect([response.statusCode, response.headers.location]).toEqual([303, '/dang-nhap?tiep=%2Flam-viec%2Ftiep-dan'])
  })

  test('an officer’s look at name and number is recorded; the auditor sees neither', async () => {
    const { code } = await ask()
    const looks = async () => (await it.db.selectFrom('audit_entries').select('actor_id').where('action', '=', 'read').execute()).length
    const before = await looks()
    const seen = await (await it.browser().signIn('receptionOfficer')).get(`/lam-viec/tiep-dan/${code}`)
    expect(seen.body).toContain('0900 000 001')
    expect(await looks()).toBe(before + 1)
    const auditor = await it.browser().signIn('auditor')
    for (const url of [`/lam-viec/tiep-dan/${code}`, `/api/v1/appointments/${code}`]) {
      const page = await auditor.get(url)
      expect(page.body).toContain('Mốc giới')
      expect(page.body).not.toMatch(/0900 000 001|Trương Thị Bình/)
    }
    expect(await looks()).toBe(before + 1)
  })

  test('a refused act shows the page again with what was typed; a done one leads back', async () => {
    const { code } = await ask()
    const browser = await it.browser().signIn('receptionOfficer')
    const page = `/lam-viec/tiep-dan/${code}`
    const wrong = await browser.fill(page, `${page}/confirm`, { version: '1', on: DAY, at: '12:00', place: 'Phòng số 9', reason: '' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('07:30–11:00')
    expect(wrong.body).toContain('href="#confirm-at"')
    expect(wrong.body).toContain('value="Phòng số 9"')
    const right = await browser.fill(page, `${page}/confirm`, { version: '1', on: DAY, at: '08:15', place: 'Phòng số 9', reason: '' })
    expect(right.headers.location).toBe(`${page}?xong=1`)
    const late = await browser.fill(page, `${page}/cancel`, { version: '1', reason: 'Chủ tịch đi họp.' })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('Chủ tịch đi họp.')
  })

  test('the list pages by key, by day and time', async () => {
    for (let i = 0; i < 32; i++) await ask()
    const browser = await it.browser().signIn('receptionOfficer')
    const seen: string[] = []
    let url: string | undefined = '/lam-viec/tiep-dan?xem=all'
    for (let page = 0; url && page < 20; page++) {
      const { body } = await browser.get(url)
      seen.push(...[...body.matchAll(/>(PL-TD-2026-\d{5})</g)].map((match) => match[1]!))
      url = /class="next"[^>]* href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(await total())
    expect(new Set(seen).size).toBe(seen.length)
    expect((await browser.get('/lam-viec/tiep-dan?after=x')).statusCode).toBe(422)
  })
})

describe('the schedule', () => {
  const add = { on: '2026-12-16', part: 'afternoon', starts: '13:30', ends: '16:30', place: 'Phòng 2', leader: '', capacity: '5' }
  const page = '/lam-viec/tiep-dan/lich'

  test('its keepers add, change and close days; each change is audited', async () => {
    const browser = await it.browser().signIn('administrator')
    expect((await browser.fill(page, page, add)).headers.location).toBe(`${page}?xong=1`)
    await browser.fill(page, page, { ...add, place: 'Phòng 3' })
    expect((await browser.get(page)).body).toContain('Phòng 3')
    await browser.fill(page, `${page}/ngung`, { on: add.on, part: add.part })
    expect((await it.browser().get('/lich-tiep-dan')).body).not.toContain('16/12/2026')
    expect((await browser.get(page)).body).toContain('ngừng nhận')
    const actions = await it.db
      .selectFrom('audit_entries')
      .select('action')
      .where('action', 'like', 'receptionDay.%')
      .orderBy('id')
      .execute()
    expect(actions.map(({ action }) => action)).toEqual(['receptionDay.saved', 'receptionDay.saved', 'receptionDay.closed'])
    expect((await browser.fill(page, `${page}/ngung`, { on: '2026-12-17', part: 'morning' })).statusCode).toBe(404)
  })

  test('who has a place on a closed day keeps it; nobody else gets one', async () => {
    await it.addDay('2026-12-10', 5)
    const asked = await it.browser().json('/api/v1/appointments', { ...wish(), on: '2026-12-10' })
    const browser = await it.browser().signIn('receptionOfficer')
    await browser.fill(page, `${page}/ngung`, { on: '2026-12-10', part: 'morning' })
    expect((await it.browser().json('/api/v1/appointments', { ...wish(), on: '2026-12-10' })).statusCode).toBe(409)
    const days = (await it.browser().get('/api/v1/reception-days')).json().items
    expect(days.find(({ on }: { on: string }) => on === '2026-12-10')).toMatchObject({ capacity: 0, free: 0 })
    const { code } = asked.json()
    const confirmed = await browser.json(`/api/v1/appointments/${code}/acts/confirm`, { on: '2026-12-10', at: '08:00', place: 'Phòng 1' })
    expect(confirmed.json()).toMatchObject({ status: 'confirmed' })
  })

  test('wrong hours and numbers are refused, and what was typed is kept', async () => {
    const browser = await it.browser().signIn('receptionOfficer')
    for (const [wrong, field] of [
      [{ ends: '13:30' }, 'ends'],
      [{ starts: '25:00' }, 'starts'],
      [{ capacity: '-1' }, 'capacity'],
      [{ capacity: 'nhiều' }, 'capacity'],
      [{ on: '2026-13-01' }, 'on'],
    ] as const) {
      const response = await browser.fill(page, page, { ...add, place: 'Phòng 77', ...wrong })
      expect([response.statusCode, field]).toEqual([422, field])
      expect(response.body).toContain(`href="#${field}"`)
      expect(response.body).toContain('Phòng 77')
    }
  })

  test('the proposal adds what is missing, once, and does not bring back a day that was closed', async () => {
    const browser = await it.browser().signIn('receptionOfficer')
    const first = await browser.fill(page, `${page}/de-nghi`, {})
    expect(first.headers.location).toMatch(/\?them=[1-9]/)
    await browser.fill(page, `${page}/ngung`, { on: '2026-12-23', part: 'morning' })
    expect((await browser.fill(page, `${page}/de-nghi`, {})).headers.location).toBe(`${page}?them=0`)
    expect((await it.browser().get('/lich-tiep-dan')).body).not.toContain('23/12/2026')
  })

  // Tuesday 24 November is a holiday, so five working days before 1 December is the 23rd.
  test('a day posted too late says so', async () => {
    const browser = await it.browser().signIn('receptionOfficer')
    await browser.fill(page, page, { ...add, on: '2026-12-01' })
    expect((await it.browser().get('/lich-tiep-dan')).body).toContain('công bố muộn hơn luật định')
    expect((await browser.get(page)).body).toContain('muộn: hạn công bố là 23/11/2026')
  })

  test('is a calendar that phones can follow, without a word of anybody', async () => {
    const { body, headers } = await it.browser().get('/lich-tiep-dan.ics')
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(body).toContain('DTSTART:20261202T003000Z')
    expect(body).not.toMatch(/Bình|Mốc giới/)
  })
})
