import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import type { Connection } from '../../platform/database.ts'
import { digits, PASSWORD, type TestApp, testApp } from './test-app.ts'

let connection: Connection
let it: TestApp

beforeAll(async () => {
  connection = await testDatabase()
  it = await testApp(connection)
  await it.addPerson('hoa', ['receptionOfficer'])
  await it.addPerson('binh', ['resident'])
})
afterAll(() => it.app.close())

describe('signing in through the API', () => {
  test('sets a cookie that scripts and other sites cannot use, and tells who one is', async () => {
    const browser = it.browser()
    const response = await browser.signIn('hoa')
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({ username: 'hoa', name: 'Người hoa', roles: ['receptionOfficer'], unit: null })
    expect([response.headers['set-cookie']].flat().join()).toMatch(/^congdan\.session_token=.*; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await browser.get('/api/v1/me')).json()).toEqual(response.json())
  })

  test('on an https site the cookie is Secure', async () => {
    const secure = await testAppOnHttps()
    const response = await secure.browser().signIn('hoa')
    expect([response.headers['set-cookie']].flat().join()).toMatch(/^__Secure-congdan\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/)
    await secure.app.close()
  })

  test('a name with tone marks, capitals and spaces is the same name', async () => {
    expect((await it.browser().signIn(' HÒA ')).statusCode).toBe(200)
    expect((await it.browser().signIn('Bình'.normalize('NFD'))).json()).toMatchObject({ username: 'binh', roles: ['resident'] })
  })

  test('an unknown name and a wrong password give the same bytes', async () => {
    const wrong = await it.browser().signIn('hoa', 'không phải thế này')
    const answers = [wrong]
    for (const name of ['khong.co', 'a', '!!!', 'x'.repeat(99), '́']) answers.push(await it.browser().signIn(name, 'không phải thế này'))
    for (const answer of answers) {
      expect(answer.statusCode).toBe(401)
      expect(answer.body).toBe(wrong.body)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
    expect(wrong.json()).toMatchObject({ code: 'sign_in_failed' })
  })

  test.each([
    ['nothing', {}, { username: 'required', password: 'required' }],
    ['blanks', { username: '  ', password: '' }, { username: 'required', password: 'required' }],
    ['NULs', { username: 'h\u0000a', password: 'x\u0000' }, { username: 'unstorable', password: 'unstorable' }],
    ['lone surrogates', { username: '\ud800', password: '\udfff' }, { username: 'unstorable', password: 'unstorable' }],
    ['too much', { username: 'a'.repeat(10_000), password: 'a'.repeat(129) }, { username: 'too_long', password: 'too_long' }],
    ['an unknown field', { username: 'hoa', password: 'x', remember: true }, { remember: 'unknown_field' }],
    ['a long code', { username: 'hoa', password: 'x', code: '1'.repeat(21) }, { code: 'too_long' }],
  ])('refuses %s, field by field', async (_label, payload, codes) => {
    const response = await it.browser().json('/api/v1/auth/sign-in', payload)
    expect(response.statusCode).toBe(422)
    const { errors } = response.json() as { errors: { field: string; code: string; detail: string }[] }
    expect(Object.fromEntries(errors.map(({ field, code }) => [field, code]))).toEqual(codes)
    for (const { detail } of errors) expect(detail).not.toBe('')
  })

  test('refuses numbers and lists where text belongs', async () => {
    const response = await it.browser().json('/api/v1/auth/sign-in', { username: 7, password: ['x'] })
    expect(response.statusCode).toBe(422)
    expect((response.json() as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual(['username', 'password'])
  })

  test('whoever is not signed in is told 401, also with a cookie that we did not sign', async () => {
    const browser = it.browser()
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401)
    const mine = it.browser()
    await mine.signIn('hoa')
    const cookie = mine.cookies.get('congdan.session_token')!
    for (const forged of ['x', cookie.slice(0, -6), `x${cookie}`, cookie.split('.')[0]!, `${cookie.split('.')[0]}.`]) {
      browser.cookies.set('congdan.session_token', forged)
      expect((await browser.get('/api/v1/me')).statusCode).toBe(401)
    }
  })

  test('a session that was there before does not outlive a new sign-in', async () => {
    const browser = it.browser()
    await browser.signIn('hoa')
    const before = browser.cookies.get('congdan.session_token')!
    await browser.signIn('binh')
    expect(browser.cookies.get('congdan.session_token')).not.toBe(before)
    const other = it.browser()
    other.cookies.set('congdan.session_token', before)
    expect((await other.get('/api/v1/me')).statusCode).toBe(401)
  })

  test('signing out ends the session on the server too', async () => {
    const browser = it.browser()
    await browser.signIn('hoa')
    const kept = browser.cookies.get('congdan.session_token')!
    expect((await browser.json('/api/v1/auth/sign-out', {})).statusCode).toBe(200)
    expect(browser.cookies.has('congdan.session_token')).toBe(false)
    browser.cookies.set('congdan.session_token', kept)
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401)
  })

  test('a session ends by its time', async () => {
    const browser = it.browser()
    await browser.signIn('hoa')
    await connection.db
      .updateTable('auth_sessions')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .execute()
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401)
  })

  test.each([
    ['whose work ended yesterday', { validTo: '2017-03-01' as const }],
    ['whose work begins later', { validFrom: '2190-01-01' as const }],
  ])('an officer %s may not come in, and loses a running session', async (label, place) => {
    const name = label.includes('ended') ? 'cu' : 'moi'
    const personId = await it.addPerson(`${name}.nguoi`, ['caseOfficer'], place)
    const refused = await it.browser().signIn(`${name}.nguoi`)
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({ code: 'account_ended' })
    expect(refused.headers['set-cookie']).toBeUndefined()
    await connection.db.updateTable('staff').set({ valid_from: '2017-01-01', valid_to: null }).where('person_id', '=', personId).execute()
    const browser = it.browser()
    expect((await browser.signIn(`${name}.nguoi`)).statusCode).toBe(200)
    await connection.db.updateTable('staff').set({ valid_to: '2017-03-01' }).where('person_id', '=', personId).execute()
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401)
  })
})

describe('signing in through the page, without scripts', () => {
  test('leads to the page that was asked for, in its language', async () => {
    const browser = it.browser()
    const asked = await browser.get('/en/lam-viec/quan-tri?x=1&y=2')
    expect(asked.statusCode).toBe(303)
    expect(asked.headers.location).toBe(`/en/dang-nhap?tiep=${encodeURIComponent('/lam-viec/quan-tri?x=1&y=2')}`)
    const done = await browser.fill(asked.headers.location!, '/en/dang-nhap', {
      username: 'hoa',
      password: PASSWORD,
      tiep: '/lam-viec/quan-tri?x=1&y=2',
    })
    expect(done.statusCode).toBe(303)
    expect(done.headers.location).toBe('/en/lam-viec/quan-tri?x=1&y=2')
  })

  test.each(['https://evil.vn/', '//evil.vn', '/\\evil.vn', '/\t/evil.vn', 'javascript:alert(1)', '/dang-nhap', '/api/v1/me'])(
    'never leads to %j',
    async (back) => {
      const browser = it.browser()
      const page = await browser.get(`/dang-nhap?tiep=${encodeURIComponent(back)}`)
      expect(page.body).not.toContain('name="tiep"')
      const done = await browser.fill('/dang-nhap', '/dang-nhap', { username: 'hoa', password: PASSWORD, tiep: back })
      expect(done.headers.location).toBe('/lam-viec')
      const again = await browser.get(`/dang-nhap?tiep=${encodeURIComponent(back)}`)
      expect(again.headers.location).toBe('/lam-viec')
    },
  )

  test('says what is wrong at the top and keeps the name, never the password', async () => {
    const response = await it.browser().fill('/dang-nhap', '/dang-nhap', { username: 'hoa<b>', password: 'sai mật khẩu' })
    expect(response.statusCode).toBe(401)
    expect(response.body).toContain('Tên đăng nhập hoặc mật khẩu không đúng.')
    expect(response.body).toContain('value="hoa&lt;b>"')
    expect(response.body).not.toContain('sai mật khẩu')
    const empty = await it.browser().fill('/en/dang-nhap', '/en/dang-nhap', { username: '', password: '' })
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('User name: this is empty.')
  })

  test('without the token of the form nothing is taken', async () => {
    const browser = it.browser()
    const response = await browser.send('POST', '/dang-nhap', {
      payload: `username=hoa&password=${PASSWORD}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(response.statusCode).toBe(403)
    expect(browser.cookies.has('congdan.session_token')).toBe(false)
  })

  test('a resident comes to the own account, and signs out', async () => {
    const browser = it.browser()
    expect((await browser.fill('/dang-nhap', '/dang-nhap', { username: 'binh', password: PASSWORD })).headers.location).toBe('/tai-khoan')
    const out = await browser.fill('/tai-khoan/mat-khau', '/dang-xuat', {})
    expect(out.headers.location).toBe('/')
    expect((await browser.get('/tai-khoan')).statusCode).toBe(303)
  })
})

describe('too many wrong attempts', () => {
  test('ten from one address close that name there, for a right password too; elsewhere and for others all is open', async () => {
    await it.addPerson('nam', ['caseOfficer'])
    const browser = it.browser()
    browser.address = '203.0.113.7'
    for (let i = 0; i < 10; i++) expect((await browser.signIn('nam', `sai ${i}`)).statusCode).toBe(401)
    const closed = await browser.signIn('nam')
    expect(closed.statusCode).toBe(429)
    expect(closed.headers['retry-after']).toBeDefined()
    expect((await browser.signIn('hoa')).statusCode).toBe(200)
    const elsewhere = it.browser()
    elsewhere.address = '203.0.113.8'
    expect((await elsewhere.signIn('nam')).statusCode).toBe(200)
    await connection.db
      .updateTable('sign_in_failures')
      .set({ window_ends_at: new Date(Date.now() - 1) })
      .execute()
    expect((await browser.signIn('nam')).statusCode).toBe(200)
  })

  test('an unknown name is closed in the same way', async () => {
    const browser = it.browser()
    browser.address = '203.0.113.9'
    for (let i = 0; i < 10; i++) await browser.signIn('khong.ai', `sai ${i}`)
    expect((await browser.signIn('khong.ai')).statusCode).toBe(429)
  })

  test('forty guesses at once: the right one among them does not get in once the limit is reached', async () => {
    await it.addPerson('mai', ['caseOfficer'])
    const guesses = Array.from({ length: 40 }, async (_, i) => {
      const browser = it.browser()
      browser.address = '203.0.113.10'
      return (await browser.signIn('mai', `sai ${i}`)).statusCode
    })
    await Promise.all(guesses)
    const browser = it.browser()
    browser.address = '203.0.113.10'
    expect((await browser.signIn('mai')).statusCode).toBe(429)
  })

  test('an office behind one address signs in as often as it likes', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => it.browser().signIn('hoa')))
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]))
  })

  test('the counters hold neither names nor addresses', async () => {
    const rows = await connection.db.selectFrom('sign_in_failures').select('key').execute()
    expect(rows.length).toBeGreaterThan(0)
    for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/)
  })
})

describe('the code of an authenticator', () => {
  const secretOf = (body: string) => /<code>([A-Z2-7 ]+)<\/code>/.exec(body)![1]!

  test('is turned on, asked for, taken once, and turned off', async () => {
    await it.addPerson('dung', ['unitHead'])
    const browser = it.browser()
    await browser.signIn('dung')
    const page = '/tai-khoan/ma-xac-nhan'
    const wrong = await browser.fill(page, `${page}/bat`, { password: 'sai mật khẩu' })
    expect(wrong.statusCode).toBe(422)
    expect((await browser.fill(page, `${page}/bat`, { password: PASSWORD })).statusCode).toBe(303)
    const enrol = await browser.get(page)
    expect(enrol.body).toContain('<svg role="img"')
    const secret = secretOf(enrol.body)
    // Taken down once: the codes stay right for at least thirty seconds, whenever the step changes.
    const [now, next] = [digits(secret), digits(secret, 1)]
    // Not confirmed yet: nothing is asked.
    expect((await it.browser().signIn('dung')).statusCode).toBe(200)
    const mistyped = await browser.fill(page, `${page}/xac-nhan`, { code: '000000' })
    expect(mistyped.statusCode).toBe(422)
    expect(secretOf(mistyped.body)).toBe(secret)
    const confirmed = await browser.fill(page, `${page}/xac-nhan`, { code: now })
    expect(confirmed.statusCode).toBe(200)
    const recovery = [...confirmed.body.matchAll(/<code>([\w]{5}-[\w]{5})<\/code>/g)].map(([, code]) => code!)
    expect(recovery).toHaveLength(10)
    expect((await browser.get(page)).body).not.toContain(recovery[0])

    // The password alone opens nothing.
    const first = it.browser()
    expect((await first.signIn('dung')).json()).toMatchObject({ code: 'code_needed' })
    expect(first.cookies.has('congdan.session_token')).toBe(false)
    const step = await first.fill('/dang-nhap', '/dang-nhap', { username: 'dung', password: PASSWORD, tiep: '/tai-khoan' })
    expect(step.headers.location).toBe('/dang-nhap/ma-xac-nhan?tiep=%2Ftai-khoan')
    expect((await first.get('/api/v1/me')).statusCode).toBe(401)
    const bad = await first.fill('/dang-nhap/ma-xac-nhan', '/dang-nhap/ma-xac-nhan', { code: '123456' })
    expect(bad.statusCode).toBe(401)
    const good = await first.fill('/dang-nhap/ma-xac-nhan', '/dang-nhap/ma-xac-nhan', { code: next, tiep: '/tai-khoan' })
    expect(good.headers.location).toBe('/tai-khoan')
    expect((await first.get('/api/v1/me')).json()).toMatchObject({ username: 'dung' })

    // The same code again, and the one that confirmed.
    for (const used of [now, next]) {
      const replay = await it.browser().json('/api/v1/auth/sign-in', { username: 'dung', password: PASSWORD, code: used })
      expect(replay.statusCode).toBe(401)
      expect(replay.headers['set-cookie']).toBeUndefined()
    }

    // A recovery code, once.
    const withRecovery = () => it.browser().json('/api/v1/auth/sign-in', { username: 'dung', password: PASSWORD, code: recovery[3]! })
    expect((await withRecovery()).statusCode).toBe(200)
    expect((await withRecovery()).statusCode).toBe(401)

    const off = await first.fill(page, `${page}/tat`, { password: PASSWORD })
    expect(off.headers.location).toBe('/tai-khoan?xong=twoFactorEnded')
    expect((await it.browser().signIn('dung')).statusCode).toBe(200)
  })

  test('does not come before the password', async () => {
    const browser = it.browser()
    expect((await browser.get('/dang-nhap/ma-xac-nhan')).headers.location).toBe('/dang-nhap')
    browser.cookies.set('congdan.two_factor', '2fa-abc.def')
    const response = await browser.fill('/dang-nhap/ma-xac-nhan', '/dang-nhap/ma-xac-nhan', { code: '123456' })
    expect(response.statusCode).toBe(401)
    expect(response.body).toContain('Đã quá thời gian nhập mã.')
  })
})

describe('my account', () => {
  test('lists my sessions by device and ends one, or all others', async () => {
    await it.addPerson('tuyet', ['editor'])
    const agents = {
      phone: 'Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537',
      desk: 'Mozilla/5.0 (Windows NT 10.0) Firefox/130',
    }
    const signIn = async (agent: string) => {
      const browser = it.browser()
      const payload = { username: 'tuyet', password: PASSWORD }
      await browser.send('POST', '/api/v1/auth/sign-in', { payload, headers: { 'content-type': 'application/json', 'user-agent': agent } })
      return browser
    }
    const [phone, desk, third] = [await signIn(agents.phone), await signIn(agents.desk), await signIn('curl/8')]
    const page = (await desk.get('/tai-khoan')).body
    for (const words of ['Chrome trên Android', 'Firefox trên Windows', 'Thiết bị không rõ', 'Biên tập viên']) expect(page).toContain(words)
    expect(page).not.toMatch(/Mozilla|203\.0\.113/)
    for (const browser of [phone, desk, third]) expect(page).not.toContain(browser.cookies.get('congdan.session_token')!.split('.')[0])

    const [action] = /\/tai-khoan\/phien\/[0-9a-f-]{36}\/dang-xuat/.exec(page)!
    const stranger = it.browser()
    await stranger.signIn('hoa')
    expect((await stranger.fill('/tai-khoan/mat-khau', action, {})).statusCode).toBe(404)
    expect((await desk.fill('/tai-khoan', action, {})).statusCode).toBe(303)
    expect((await third.get('/api/v1/me')).statusCode).toBe(401)
    expect((await desk.fill('/tai-khoan', '/tai-khoan/phien/dang-xuat-noi-khac', {})).statusCode).toBe(303)
    expect((await phone.get('/api/v1/me')).statusCode).toBe(401)
    expect((await desk.get('/api/v1/me')).statusCode).toBe(200)
    expect((await desk.fill('/tai-khoan/mat-khau', '/tai-khoan/phien/khong-co/dang-xuat', {})).statusCode).toBe(404)
  })

  test('a new password ends all other sessions, and each weak one is refused with its reason', async () => {
    await it.addPerson('thu', ['editor'])
    const [browser, other] = [it.browser(), it.browser()]
    await browser.signIn('thu')
    await other.signIn('thu')
    const change = (currentPassword: string, newPassword: string) =>
      browser.fill('/tai-khoan/mat-khau', '/tai-khoan/mat-khau', { currentPassword, newPassword })
    const refusals: [string, string, string][] = [
      ['', '', 'Mật khẩu mới: chưa có nội dung.'],
      [PASSWORD, 'ngan', 'Mật khẩu mới: cần ít nhất 10 ký tự.'],
      [PASSWORD, 'a'.repeat(129), 'Mật khẩu mới: dài quá 128 ký tự.'],
      [PASSWORD, 'x\u0000yzabcdefgh', 'có ký tự không lưu được'],
      [PASSWORD, 'matkhau123', 'Mật khẩu này dễ đoán.'],
      [PASSWORD, PASSWORD, 'Mật khẩu mới phải khác'],
      ['không phải thế này', 'mưa đầu mùa Bà Rá', 'Mật khẩu hiện tại không đúng.'],
    ]
    for (const [current, next, sentence] of refusals) {
      const refused = await change(current, next)
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain(sentence)
    }
    expect((await change(PASSWORD, 'mưa đầu mùa Bà Rá')).statusCode).toBe(303)
    expect((await other.get('/api/v1/me')).statusCode).toBe(401)
    expect((await browser.get('/api/v1/me')).statusCode).toBe(200)
    expect((await it.browser().signIn('thu')).statusCode).toBe(401)
    expect((await it.browser().signIn('thu', 'mưa đầu mùa Bà Rá'.normalize('NFD'))).statusCode).toBe(200)
  })
})

async function testAppOnHttps() {
  const other = await testDatabase()
  const app = await testApp(other, { publicUrl: 'https://phuoclong.example.vn' })
  await app.addPerson('hoa', ['receptionOfficer'])
  return app
}
