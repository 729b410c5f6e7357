import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { type Browser, PASSWORD, type TestApp, testApp } from '../test-app.ts'

const connection = await testDatabase()
const { db } = connection
let it: TestApp
let hoa: Browser

/** So long ago was the session used last. */
const leftAlone = (minutes: number) =>
  db
    .updateTable('auth_sessions')
    .set({ seen_at: new Date(Date.now() - minutes * 60_000) })
    .execute()
const me = async () => (await hoa.get('/api/v1/me')).statusCode
const sessions = () => db.selectFrom('auth_sessions').select('seen_at').execute()

beforeAll(async () => {
  it = await testApp(connection)
  await it.addPerson('hoa', ['administrator'])
  await it.addPerson('binh', ['resident'])
})

beforeEach(async () => {
  await db.deleteFrom('auth_sessions').execute()
  await db.deleteFrom('session_limits').execute()
  hoa = it.browser()
  expect((await hoa.signIn('hoa')).statusCode).toBe(200)
})

describe('a session that nobody uses', () => {
  test.each([
    ['hoa', 30, 200],
    ['hoa', 32, 401],
    ['binh', 119, 200],
    ['binh', 122, 401],
  ])('of %s, left alone for %i minutes, answers %i', async (username, minutes, status) => {
    await hoa.signIn(username)
    await leftAlone(minutes)
    expect(await me()).toBe(status)
    // It is gone, and not merely asleep.
    expect(await sessions()).toHaveLength(status === 200 ? 1 : 0)
  })

  test('lives on with each use', async () => {
    for (let hour = 0; hour < 4; hour++) {
      await leftAlone(29)
      expect(await me()).toBe(200)
      expect(Date.now() - (await sessions())[0]!.seen_at.getTime()).toBeLessThan(5_000)
    }
  })

  test('ends when the authority has set it to', async () => {
    await db.insertInto('session_limits').values({ authority_id: 1, officer_minutes: 10, resident_minutes: 20 }).execute()
    await leftAlone(12)
    expect(await me()).toBe(401)
  })

  test('is kept by who says so, and ended by who says so; without a session the answer is 401', async () => {
    await leftAlone(29)
    expect((await hoa.fill('/tai-khoan', '/dang-nhap/duy-tri', {})).statusCode).toBe(204)
    expect((await hoa.fill('/tai-khoan', '/dang-nhap/het-gio', {})).statusCode).toBe(204)
    expect(await sessions()).toEqual([])
    expect((await hoa.fill('/dang-nhap', '/dang-nhap/duy-tri', {})).statusCode).toBe(401)
    expect((await hoa.get('/dang-nhap')).body).toContain('lâu không được sử dụng')
  })

  test('is neither kept nor ended by another site', async () => {
    for (const action of ['/dang-nhap/duy-tri', '/dang-nhap/het-gio']) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      expect((await hoa.send('POST', action, { payload: '_csrf=x', headers })).statusCode).toBe(403)
    }
    expect(await sessions()).toHaveLength(1)
  })
})

describe('the limits that an administrator sets', () => {
  const PAGE = '/lam-viec/quan-tri/phien'
  const good = { officerMinutes: '10', residentMinutes: '20', warningSeconds: '120' }
  const row = () => db.selectFrom('session_limits').selectAll().execute()
  const audits = () => db.selectFrom('audit_entries').select(['actor_id', 'facts']).where('action', '=', 'sessions.limitsSet').execute()

  test('hold at once, for the running session too; the page says who set them, and the audit what was before', async () => {
    expect((await hoa.get(PAGE)).body).toContain('chưa ai đặt')
    const saved = await hoa.fill(PAGE, PAGE, good)
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `${PAGE}?xong=1`])
    const page = (await hoa.get(`${PAGE}?xong=1`)).body
    expect(page).toMatch(/name="officerMinutes"[^>]*value="10"|value="10"[^>]*name="officerMinutes"/)
    expect(page).toContain('Đã lưu')
    expect((await audits()).at(-1)).toMatchObject({
      facts: { officerMinutes: 10, residentMinutes: 20, warningSeconds: 120, before: { officerMinutes: 30, warningSeconds: 60 } },
    })
    await leftAlone(12)
    expect(await me()).toBe(401)
  })

  test.each([
    ['officerMinutes', '4', 'từ 5 trở lên|ít nhất|5'],
    ['officerMinutes', '481', '480'],
    ['officerMinutes', '', ''],
    ['officerMinutes', '7.5', ''],
    ['officerMinutes', 'nửa giờ', ''],
    ['residentMinutes', '721', '720'],
    ['residentMinutes', '-5', '5'],
    ['warningSeconds', '19', '20'],
    ['warningSeconds', '241', '240'],
    ['warningSeconds', '99999999999999999999', ''],
  ])('%s of "%s" is refused at its box, what was typed is kept, and nothing is written', async (field, value, says) => {
    const before = [await row(), await audits()]
    const refused = await hoa.fill(PAGE, PAGE, { ...good, [field]: value })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(`href="#${field}"`)
    expect(new RegExp(`id="${field}-error"[\\s\\S]*?(${says})`).test(refused.body)).toBe(true)
    if (value) expect(refused.body).toContain(`value="${value}"`)
    expect([await row(), await audits()]).toEqual(before)
  })

  test('an unknown field is refused, and the table itself keeps the bounds', async () => {
    expect((await hoa.fill(PAGE, PAGE, { ...good, admin: '1' })).statusCode).toBe(422)
    const wild = { authority_id: 1, officer_minutes: 10, resident_minutes: 20, warning_seconds: 300 }
    await expect(
      db
        .insertInto('session_limits')
        .values({ ...wild, changed_by: null, changed_at: null })
        .execute(),
    ).rejects.toThrow('warning_seconds')
  })
})

describe('a form that comes when the session is over', () => {
  const typed = { name: 'Đội <b>Quản lý</b> đô thị', shortName: 'Đội QLĐT', kind: 'agency', validFrom: '2026-11-01', population: '' }
  const hidden = (body: string) =>
    /name="typed" value="([^"]*)"/.exec(body)?.[1]?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')

  test('is shown with the sign-in form, and goes on after it, with no script and nothing lost', async () => {
    const token = /name="_csrf" value="([^"]+)"/.exec((await hoa.get('/lam-viec/quan-tri/don-vi')).body)![1]!
    await leftAlone(40)
    const payload = new URLSearchParams({ ...typed, _csrf: token }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const refused = await hoa.send('POST', '/lam-viec/quan-tri/don-vi', { payload, headers })
    expect(refused.statusCode).toBe(401)
    expect(refused.body).toContain('chưa được gửi đi và chưa mất')
    expect(refused.body).toContain('Đội &lt;b>Quản lý&lt;/b> đô thị')
    const carried = hidden(refused.body)!
    expect(JSON.parse(carried)).toMatchObject({ action: '/lam-viec/quan-tri/don-vi' })
    const wrong = await hoa.fill('/dang-nhap', '/dang-nhap', { username: 'hoa', password: 'sai', typed: carried })
    expect(hidden(wrong.body)).toBe(carried)
    const again = await hoa.fill('/dang-nhap', '/dang-nhap', { username: 'hoa', password: PASSWORD, typed: carried })
    expect(again.statusCode).toBe(200)
    expect(again.body).toContain('action="/lam-viec/quan-tri/don-vi"')
    const fields = Object.fromEntries(JSON.parse(carried).fields)
    expect(fields).toEqual(typed)
    expect((await hoa.fill('/tai-khoan', '/lam-viec/quan-tri/don-vi', fields)).statusCode).toBe(303)
    expect(await db.selectFrom('units').select('name').execute()).toEqual([{ name: typed.name }])
  })

  test('a visitor who never signed in is led to the sign-in page as ever', async () => {
    const visitor = it.browser()
    const answer = await visitor.fill('/dang-nhap', '/lam-viec/quan-tri/don-vi', typed)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/dang-nhap'])
  })
})
