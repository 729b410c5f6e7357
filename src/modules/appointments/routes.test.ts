import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, type TestApp, testApp } from './test-app.ts'

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
const form = (more: Record<string, string> = {}) => ({
  day: `${DAY}.morning`,
  subject: 'Mốc giới thửa đất',
  words: '',
  name: 'Trương Thị Bình',
  phone: '',
  clientToken: randomUUID(),
  ...more,
})
const secretOf = (html: string) => /([0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(html)?.[0]
const codeOf = (html: string) => /PL-TD-2026-\d{5}/.exec(html)?.[0]
const total = async () => (await it.db.selectFrom('appointments').select('id').execute()).length

async function ask() {
  const response = await it.browser().json('/api/v1/appointments', wish())
  expect(response.statusCode, response.body).toBe(201)
  return response.json() as { code: string; secret: string }
}

describe('asking through the form', () => {
  test('leads to a page with code and secret, which survives a reload; the same sending again takes no second place', async () => {
    const browser = it.browser()
    const before = await total()
    const sent = form()
    const response = await browser.fill('/lich-tiep-dan', '/lich-tiep-dan', sent)
    expect([response.statusCode, response.headers.location]).toEqual([303, '/lich-tiep-dan/da-gui'])
    const page = (await browser.get('/lich-tiep-dan/da-gui')).body
    expect(codeOf(page)).toBeDefined()
    expect(secretOf(page)).toBeDefined()
    expect((await browser.get('/lich-tiep-dan/da-gui')).body).toBe(page)
    await browser.fill('/lich-tiep-dan', '/lich-tiep-dan', { ...sent, subject: 'Khác' })
    expect((await browser.get('/lich-tiep-dan/da-gui')).body).toBe(page)
    expect(await total()).toBe(before + 1)
    const elsewhere = await it.browser().get('/lich-tiep-dan/da-gui')
    expect([elsewhere.statusCode, elsewhere.headers.location]).toEqual([303, '/lich-tiep-dan'])
  })

  test('a full day is said in a sentence, and what was typed is still there', async () => {
    await it.browser().json('/api/v1/appointments', { ...wish(), on: '2026-12-09' })
    const typed = form({ day: '2026-12-09.morning', subject: 'Hỏi về <b>đất</b>', words: 'Dòng một\nDòng hai', phone: '0900 000 009' })
    const response = await it.browser().fill('/lich-tiep-dan', '/lich-tiep-dan', typed)
    expect(response.statusCode).toBe(409)
    expect(response.body).toContain('vừa hết chỗ')
    expect(response.body).toContain('href="#day"')
    expect(response.body).toContain('value="Hỏi về &lt;b>đất&lt;/b>"')
    expect(response.body).toContain('Dòng một\nDòng hai')
    expect(response.body).toContain('value="0900 000 009"')
    expect(response.body).toContain(`value="${typed.clientToken}"`)
  })

  test.each([
    ['no day', { day: '' }, 'day'],
    ['a day that is not offered', { day: '2026-12-03.morning' }, 'day'],
    ['a day made up', { day: 'mai.sáng' }, 'day'],
    ['no subject', { subject: '  ' }, 'subject'],
    ['a long subject', { subject: 'ă'.repeat(201) }, 'subject'],
    ['a long text', { words: 'x'.repeat(4001) }, 'words'],
    ['no name', { name: '' }, 'name'],
    ['a NUL', { name: 'a\u0000' }, 'name'],
    ['letters for a telephone', { phone: 'gọi tôi' }, 'phone'],
    ['no token', { clientToken: 'x' }, 'clientToken'],
  ])('%s is refused at its field, and nothing is written', async (_label, wrong, field) => {
    const before = await total()
    const response = await it.browser().fill('/lich-tiep-dan', '/lich-tiep-dan', form(wrong))
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain(`href="#${field}"`)
    expect(await total()).toBe(before)
  })

  test('every problem is named at once', async () => {
    const response = await it.browser().fill('/lich-tiep-dan', '/lich-tiep-dan', { clientToken: randomUUID(), phone: 'x' })
    for (const field of ['day', 'subject', 'name', 'phone']) expect(response.body).toContain(`href="#${field}"`)
  })

  test('without the token of the form nothing happens', async () => {
    const before = await total()
    expect((await it.browser().post('/lich-tiep-dan', form())).statusCode).toBe(403)
    expect(await total()).toBe(before)
  })

  test('today’s and past days are not offered', async () => {
    it.setNow(`${DAY}T06:00:00+07:00`)
    expect((await it.browser().fill('/lich-tiep-dan', '/lich-tiep-dan', form())).statusCode).toBe(422)
    expect((await it.browser().get('/lich-tiep-dan')).body).toMatch(/value="2026-12-02.morning" disabled/)
  })
})

describe('one’s own appointment', () => {
  async function open(browser: Browser, { code, secret }: { code: string; secret: string }) {
    return browser.fill('/lich-tiep-dan/tra-cuu', '/lich-tiep-dan/tra-cuu', { code, secret })
  }

  test('opens with both codes as people type them, is cancelled, and closes', async () => {
    const { code, secret } = await ask()
    const browser = it.browser()
    expect((await open(browser, { code: ` ${code.toLowerCase()} `, secret: secret.toLowerCase().replaceAll('-', ' ') })).statusCode).toBe(
      303,
    )
    const page = (await browser.get('/lich-tiep-dan/tra-cuu')).body
    expect(page).toContain('Chờ xác nhận')
    const version = /name="version" value="(\d+)"/.exec(page)![1]!
    const response = await browser.fill('/lich-tiep-dan/tra-cuu', '/lich-tiep-dan/tra-cuu/huy', { version })
    expect(response.statusCode).toBe(303)
    expect((await browser.get('/lich-tiep-dan/tra-cuu')).body).toContain('Đã hủy')
    await browser.fill('/lich-tiep-dan/tra-cuu', '/lich-tiep-dan/tra-cuu/dong', {})
    expect((await browser.get('/lich-tiep-dan/tra-cuu')).body).toContain('name="secret"')
  })

  test('a wrong code and a wrong secret look the same, and guessing is slowed down', async () => {
    const { code, secret } = await ask()
    const other = await ask()
    const shown = async (entry: { code: string; secret: string }) => {
      const response = await open(it.browser(), entry)
      return [response.statusCode, response.body.includes('Không có lịch hẹn nào khớp'), response.body.includes('Mốc giới')]
    }
    expect(await shown({ code, secret: other.secret })).toEqual([404, true, false])
    expect(await shown({ code: 'PL-TD-2026-99999', secret })).toEqual([404, true, false])
    const guesser = it.browser()
    const answers = []
    for (let i = 0; i < 62; i++)
      answers.push((await guesser.get(`/api/v1/appointments/${code}`, { 'x-appointment-secret': other.secret })).statusCode)
    expect(answers.slice(0, 60).every((status) => status === 404)).toBe(true)
    expect(answers.at(-1)).toBe(429)
  })

  test('a cancel on an older state is told what happened', async () => {
    const { code, secret } = await ask()
    const browser = it.browser()
    await open(browser, { code, secret })
    const officer = await it.browser().signIn('receptionOfficer')
    await officer.json(`/api/v1/appointments/${code}/acts/confirm`, { on: DAY, at: '08:00', place: 'Phòng 1' })
    const response = await browser.fill('/lich-tiep-dan/tra-cuu', '/lich-tiep-dan/tra-cuu/huy', { version: '1' })
    expect(response.statusCode).toBe(409)
    expect(response.body).toContain('vừa cập nhật')
    expect(response.body).toContain('Đã hẹn')
  })
})

describe('the API', () => {
  test('gives the days, takes a wish once, and shows it to its holder alone', async () => {
    const days = (await it.browser().get('/api/v1/reception-days?limit=1')).json()
    expect(days.items).toMatchObject([{ on: DAY, part: 'morning', starts: '07:30', capacity: 200 }])
    const next = (await it.browser().get(`/api/v1/reception-days?after=${days.next}`)).json()
    expect(next.items.map(({ on, part }: { on: string; part: string }) => `${on} ${part}`)).toEqual([
      `${DAY} afternoon`,
      '2026-12-09 morning',
    ])
    const sent = wish()
    const first = await it.browser().json('/api/v1/appointments', sent)
    const again = await it.browser().json('/api/v1/appointments', { ...sent, subject: 'Khác' })
    expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 200, first.body])
    const { code, secret } = first.json()
    const own = await it.browser().get(`/api/v1/appointments/${code}`, { 'x-appointment-secret': secret })
    expect(own.json()).toMatchObject({ code, status: 'asked', at: null, subject: 'Mốc giới thửa đất', filer: { name: 'Trương Thị Bình' } })
    expect(own.json()).not.toHaveProperty('minutes')
    const hidden = await it.browser().get(`/api/v1/appointments/${code}`)
    const unknown = await it.browser().get('/api/v1/appointments/PL-TD-2026-99999')
    expect([hidden.statusCode, hidden.body]).toEqual([404, unknown.body])
  })

  test.each([
    ['an unknown field', { urgent: true }, 'urgent', 'unknown_field'],
    ['another part of the day', { part: 'night' }, 'part', 'invalid_choice'],
    ['no such day', { on: '2026-02-30' }, 'on', 'invalid_date'],
    ['no filer', { filer: undefined }, 'filer', 'required'],
    ['a lone surrogate', { subject: '\ud800' }, 'subject', 'unstorable'],
    ['a number for a text', { subject: 7 }, 'subject', 'invalid_type'],
  ])('refuses %s', async (_label, wrong, field, code) => {
    const response = await it.browser().json('/api/v1/appointments', { ...wish(), ...wrong })
    expect(response.statusCode).toBe(422)
    expect(response.json().errors).toMatchObject([{ field, code }])
  })

  test('refuses wrong cursors, limits, methods and acts', async () => {
    const { code, secret } = await ask()
    expect((await it.browser().get('/api/v1/reception-days?after=x')).statusCode).toBe(422)
    expect((await it.browser().get('/api/v1/reception-days?limit=101')).statusCode).toBe(422)
    expect((await it.browser().send('PUT', '/api/v1/appointments')).statusCode).toBe(405)
    expect((await it.browser().json(`/api/v1/appointments/${code}/acts/cancel`, {})).statusCode).toBe(401)
    expect(
      (await it.browser().json(`/api/v1/appointments/${code}/acts/toString`, {}, { 'x-appointment-secret': secret })).json(),
    ).toMatchObject({ code: 'unknown_act' })
  })

  test('lists for each caller what may be done now', async () => {
    const { code, secret } = await ask()
    const listed = async (browser: Browser, headers: Record<string, string> = {}) =>
      ((await browser.get(`/api/v1/appointments/${code}/acts`, headers)).json().items ?? []).map(({ act }: { act: string }) => act)
    expect(await listed(it.browser(), { 'x-appointment-secret': secret })).toEqual(['cancel'])
    expect(await listed(await it.browser().signIn('receptionOfficer'))).toEqual(['confirm', 'cancel'])
    expect(await listed(await it.browser().signIn('auditor'))).toEqual([])
    expect(await listed(await it.browser().signIn('resident'))).toEqual([])
  })
})

test('every page is there in English too', async () => {
  const browser = await it.browser().signIn('receptionOfficer')
  const { code } = await ask()
  const pages = ['/lich-tiep-dan', '/lich-tiep-dan/tra-cuu', '/lam-viec/tiep-dan', `/lam-viec/tiep-dan/${code}`, '/lam-viec/tiep-dan/lich']
  for (const path of pages) {
    const { statusCode, body } = await browser.get(`/en${path}`)
    expect(statusCode).toBe(200)
    expect(body).toContain('<html lang="en">')
    expect(body).not.toMatch(/undefined|\[object/)
  }
})
