import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { type AppOptions, createApp } from '../../src/app.ts'
import { quickHashing } from '../../src/modules/accounts/index.ts'
import { PASSWORD, testApp, testAssets } from '../support/app.ts'
import { anyAddress, filing } from '../support/filing.ts'
import { officeCases } from '../support/office-cases.ts'
import { everythingStored } from '../support/rows.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const testing = await testApp({ now })
const { app, db, pool, url, appKey, signIn } = testing
const cases = await officeCases(testing, now)

/** The same town served with other settings. */
async function servedWith(config: Partial<AppOptions['config']>, logger: AppOptions['logger'] = false) {
  const dataDir = mkdtempSync(join(tmpdir(), 'congdan-security-'))
  const other = await createApp({
    config: { dataDir, publicUrl: null, trustedProxies: [], logLevel: 'trace', ...config },
    connection: { db, pool, close: async () => undefined },
    databaseUrl: url,
    appKey,
    clientDir: dataDir,
    assets: testAssets,
    now,
    hashing: quickHashing,
    logger,
  })
  await other.ready()
  afterAll(async () => {
    await other.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return other
}

const filer = {
  name: 'Người Gửi Kín Đáo',
  phone: '0987 654 321',
  email: 'kin@vidu.vn',
  address: 'Ngõ kín 12',
  identityNumber: '070201000099',
}
const personal = /Kín Đáo|0987 654 321|kin@vidu|Ngõ kín|070201000099/

async function filed(change: Record<string, unknown> = {}) {
  const clientToken = randomUUID()
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/petitions',
    remoteAddress: anyAddress(),
    payload: filing({ filer, clientToken, ...change }),
  })
  await app.flushFilings()
  return { clientToken, ...(response.json() as { code: string; secret: string }) }
}

describe('secrets', () => {
  test('of a case are nowhere in the database in a form that anybody can use, through all its acts', async () => {
    const { code, secret, clientToken } = await filed({ kind: 'complaint' })
    const petition = await db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()
    await cases.act('hoa', petition, 'accept', { unit: 'Đội Quản lý đô thị', officer: 'nam' })
    await cases.act('nam', petition, 'draftAnswer', { text: 'Đã xong.', outcome: 'solved' })
    await cases.act('lam', petition, 'issueAnswer', {})
    const headers = { 'x-petition-secret': secret }
    await app.inject({
      method: 'POST',
      url: `/api/v1/petitions/${code}/acts/rate`,
      headers,
      payload: { solved: 'no', satisfaction: 1, words: 'Chưa xong.' },
    })
    const stored = await everythingStored(db)
    expect(stored).toContain(code)
    expect(stored).toContain('Kín Đáo')
    const bare = secret.replaceAll('-', '')
    for (const form of [
      secret,
      bare,
      bare.toLowerCase(),
      Buffer.from(secret).toString('hex'),
      Buffer.from(bare).toString('hex'),
      Buffer.from(bare).toString('base64'),
    ])
      expect(stored).not.toContain(form)
    expect(stored, 'whoever has the token gets the secret again: a copy of the database must not hold it').not.toContain(clientToken)
    expect(stored).not.toContain(PASSWORD)
  })

  test('the history, the clocks, the counts and the audit hold no word that a person wrote', async () => {
    const { code } = await filed({ subject: 'Chủ đề riêng tư', body: 'Nội dung riêng tư' })
    const petition = await db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()
    await cases.act('hoa', petition, 'decline', { ground: 'inCourt', reason: 'Lý do riêng tư' })
    await app.inject({ url: `/api/v1/petitions/${code}`, headers: { cookie: await signIn('hoa') } })
    const kept = await everythingStored(db, ['history_entries', 'clocks', 'clock_events', 'tallies', 'audit_entries'])
    expect(kept).toContain(petition.id)
    expect(kept).not.toMatch(personal)
    expect(kept).not.toMatch(/riêng tư/)
    expect(await everythingStored(db, ['history_words']), 'words lie where they can be erased').toMatch(/Lý do riêng tư/)
  })

  test('a wrong code and a wrong secret give the same answer, byte for byte, to reading and to acting', async () => {
    const { code, secret } = await filed()
    const asks = (which: string, given: string) => [
      { url: `/api/v1/petitions/${which}`, headers: { 'x-petition-secret': given } },
      { url: `/api/v1/petitions/${which}/acts`, headers: { 'x-petition-secret': given } },
      { method: 'POST' as const, url: `/api/v1/petitions/${which}/acts/withdraw`, headers: { 'x-petition-secret': given }, payload: {} },
      { method: 'POST' as const, url: `/api/v1/petitions/${which}/acts/none`, headers: { 'x-petition-secret': given }, payload: {} },
      { url: `/api/v1/petitions/${which}` },
    ]
    const told = async (which: string, given: string) =>
      Promise.all(
        asks(which, given).map(async (ask) => {
          const { statusCode, body, headers } = await app.inject({ remoteAddress: anyAddress(), ...ask })
          const { date: _, ...rest } = headers
          return { statusCode, body, headers: rest }
        }),
      )
    const wrongSecret = await told(code, '0000-0000-0000-0000-0000')
    expect(wrongSecret.every(({ statusCode }) => statusCode === 404)).toBe(true)
    for (const [which, given] of [
      ['PL-2026-99999', secret],
      ['no code at all', secret],
      [code, ''],
      [code, `${secret}A`],
      [code, secret.slice(0, -1)],
      [code, 'x'.repeat(3000)],
    ] as const)
      expect(await told(encodeURIComponent(which), given)).toEqual(wrongSecret)
    const right = await app.inject({ url: `/api/v1/petitions/${code}`, headers: { 'x-petition-secret': secret.toLowerCase() } })
    expect(right.statusCode).toBe(200)
  })

  test('neither takes obviously longer than the other', async () => {
    const { code } = await filed()
    const median = async (which: string) => {
      const times: number[] = []
      for (let i = 0; i < 41; i++) {
        const started = process.hrtime.bigint()
        await app.inject({ url: `/api/v1/petitions/${which}`, remoteAddress: anyAddress(), headers: { 'x-petition-secret': 'AAAA' } })
        times.push(Number(process.hrtime.bigint() - started) / 1e6)
      }
      return times.toSorted((a, b) => a - b)[20]!
    }
    await median(code)
    const [known, unknown] = [await median(code), await median('PL-2026-99999')]
    expect(Math.abs(known - unknown), `${known} ms and ${unknown} ms`).toBeLessThan(5)
  })

  test('guessing from one address is stopped at sixty, for right secrets of others too late, and elsewhere all goes on', async () => {
    const { code, secret } = await filed()
    const ask = (given: string, remoteAddress: string) =>
      app.inject({ url: `/api/v1/petitions/${code}`, remoteAddress, headers: { 'x-petition-secret': given } })
    const answers = []
    for (let i = 0; i < 90; i++) answers.push((await ask(`guess${i}`, '203.0.113.50')).statusCode)
    expect(answers.slice(0, 60).every((status) => status === 404)).toBe(true)
    expect(answers).toContain(429)
    const refused = await ask('guess', '203.0.113.50')
    expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask(secret, '203.0.113.51')).statusCode).toBe(200)
  })

  test('an office behind one address files, reads and signs in dozens of times a minute', async () => {
    const remoteAddress = '203.0.113.60'
    for (let i = 0; i < 60; i++) {
      const response = await app.inject({ method: 'POST', url: '/api/v1/petitions', remoteAddress, payload: filing() })
      expect(response.statusCode).toBe(201)
    }
    for (let i = 0; i < 30; i++) {
      const payload = { username: 'hoa', password: PASSWORD }
      expect((await app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', remoteAddress, payload })).statusCode).toBe(200)
    }
  })

  test('a flood of filings from one address is stopped', async () => {
    const statuses = new Set<number>()
    for (let i = 0; i < 700 && !statuses.has(429); i++)
      statuses.add((await app.inject({ method: 'POST', url: '/api/v1/petitions', remoteAddress: '203.0.113.70', payload: {} })).statusCode)
    expect([...statuses].toSorted()).toEqual([422, 429])
  })
})

describe('what is logged', () => {
  test('never holds a code, a secret, a word of a person, a denunciation', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    const loud = await servedWith({}, { level: 'trace', stream })
    const send = (payload: unknown) =>
      loud.inject({ method: 'POST', url: '/api/v1/petitions', remoteAddress: anyAddress(), payload: payload as object })
    const { code, secret } = (await send(filing({ filer }))).json()
    await send(filing({ kind: 'denunciation', subject: 'Ông X nhận tiền', filer }))
    await send(filing({ filer: { ...filer, role: 'Kín Đáo' } }))
    await loud.inject({ url: `/api/v1/petitions/${code}?q=riêng`, headers: { 'x-petition-secret': secret } })
    await loud.inject({ url: `/don/${code}` })
    await loud.inject({ url: `/don?q=${encodeURIComponent('Ông X')}` })
    await loud.inject({ url: '/%ff' })
    await loud.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { username: 'hoa', password: `${PASSWORD}!` } })
    const log = lines.join('')
    expect(log, 'the requests are logged').toContain('/api/v1/petitions')
    expect(log).not.toMatch(personal)
    expect(log).not.toMatch(/Ông X|denunciation|tố cáo/i)
    for (const word of [code, secret, PASSWORD, encodeURIComponent('Ông X')]) expect(log).not.toContain(word)
  })
})

describe('cookies and forms of the whole site', () => {
  test('the session cookie is out of reach of scripts and of other sites, and under https of plain connections', async () => {
    const payload = { username: 'hoa', password: PASSWORD }
    const plain = await app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload })
    expect(plain.cookies.length).toBeGreaterThan(0)
    for (const cookie of plain.cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    const secure = await servedWith({ publicUrl: 'https://phuoclong.vn' })
    const response = await secure.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload })
    for (const cookie of response.cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true })
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000')
    const form = await secure.inject({ url: '/dang-nhap' })
    for (const cookie of form.cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true })
  })

  test('each form of each page carries the token of its browser', async () => {
    const cookie = await signIn('hoa')
    let forms = 0
    for (const url of [
      '/',
      '/gui-don',
      '/tra-cuu',
      '/don',
      '/dang-nhap',
      '/lam-viec',
      '/tai-khoan',
      '/en/gui-don',
      '/lam-viec/quan-tri',
      '/lam-viec/don-moi',
    ]) {
      const { body } = await app.inject({ url, headers: { cookie } })
      for (const [form] of body.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)) {
        // A poll's form stands on kept pages without a token; its Origin is tested with the polls.
        if (/action="[^"]*\/bieu-quyet"/.test(form)) continue
        forms++
        expect(form, url).toMatch(/name="_csrf" value="[\w-]{43}"/)
      }
    }
    expect(forms).toBeGreaterThan(5)
  })

  test('acts and filings of another site are refused although the session cookie came along', async () => {
    const cookie = await signIn('hoa')
    const { code } = await filed()
    for (const origin of ['https://evil.vn', 'null', 'http://localhost:1', 'https://localhost']) {
      const headers = { cookie, origin, host: 'localhost' }
      const act = await app.inject({ method: 'POST', url: `/api/v1/petitions/${code}/acts/accept`, headers, payload: {} })
      expect(act.json()).toMatchObject({ status: 403, code: 'foreign_origin' })
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const headers = { cookie, 'content-type': type }
      const act = await app.inject({ method: 'POST', url: `/api/v1/petitions/${code}/acts/accept`, headers, payload: '{}' })
      expect(act.json()).toMatchObject({ status: 415 })
    }
    const own = await app.inject({
      method: 'POST',
      url: `/api/v1/petitions/${code}/acts/accept`,
      headers: { cookie, origin: 'http://localhost', host: 'localhost' },
      payload: {},
    })
    expect(own.statusCode).toBe(200)
  })
})

describe('addresses', () => {
  test.each([
    '//evil.vn',
    'https://evil.vn',
    '/\\evil.vn',
    '/%2f/evil.vn',
    'javascript:alert(1)',
    '/\t/evil.vn',
    '/en//evil.vn',
    '/dang-xuat',
    '///evil.vn',
    '\\\\evil.vn',
    'http:evil.vn',
  ])('signing in never leads to %s', async (tiep) => {
    const page = await app.inject({ url: `/dang-nhap?tiep=${encodeURIComponent(tiep)}`, remoteAddress: anyAddress() })
    const token = page.body.match(/name="_csrf" value="([^"]+)"/)![1]!
    const response = await app.inject({
      method: 'POST',
      url: '/dang-nhap',
      remoteAddress: anyAddress(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: page.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
      payload: new URLSearchParams({ _csrf: token, username: 'hoa', password: PASSWORD, tiep }).toString(),
    })
    expect(response.statusCode).toBe(303)
    expect(new URL(String(response.headers.location), 'http://ours.invalid').origin).toBe('http://ours.invalid')
    expect(response.headers.location).not.toBe('/dang-xuat')
  })

  test.each(['//evil.vn/don', '/en//evil.vn', '/en/%5cevil.vn', '/%5c%5cevil.vn', '/en/en//evil.vn'])(
    'no page at %s has a link to another site',
    async (address) => {
      const { body } = await app.inject({ url: `http://localhost${address}` })
      for (const [, href] of body.matchAll(/(?:href|action|src)="([^"]*)"/g))
        expect(new URL(href!, 'http://ours.invalid').origin, href).toBe('http://ours.invalid')
    },
  )

  test('a Host header never comes into a page, a redirect or a cookie', async () => {
    for (const path of ['/', '/don', '/dang-nhap', '/lam-viec', '/none']) {
      const response = await app.inject({
        url: path,
        headers: { host: 'evil.vn', 'x-forwarded-host': 'evil.vn', forwarded: 'host=evil.vn' },
      })
      expect(response.body, path).not.toContain('evil.vn')
      expect(JSON.stringify(response.headers), path).not.toContain('evil.vn')
    }
  })

  test('a feed names the host that it was asked at, and never to the next reader; with a public address it names that', async () => {
    expect((await app.inject({ url: '/don.atom', headers: { host: 'evil.vn' } })).body).toContain('http://evil.vn')
    expect((await app.inject({ url: '/don.atom', headers: { host: 'phuoclong.vn' } })).body).not.toContain('evil.vn')
    const known = await servedWith({ publicUrl: 'https://phuoclong.vn' })
    expect((await known.inject({ url: '/don.atom', headers: { host: 'evil.vn' } })).body).not.toContain('evil.vn')
  })

  test('whoever has not signed in is led there and back, within this site', async () => {
    const response = await app.inject({ url: '/lam-viec?x=//evil.vn' })
    expect(response.statusCode).toBe(303)
    expect(response.headers.location).toMatch(/^\/dang-nhap\?tiep=%2Flam-viec/)
  })

  test('what one visitor wrote into the address of a kept page is not shown to the next', async () => {
    await app.inject({ url: '/?quang-cao=evil.vn' })
    await app.inject({ url: '/en?quang-cao=evil.vn' })
    await app.inject({ url: '/don?quang-cao=evil.vn' })
    for (const path of ['/', '/en', '/don', '/en/don']) expect((await app.inject({ url: path })).body, path).not.toContain('quang-cao')
  })

  test('limits count the visitor behind a proxy that is named, and never what a visitor claims', async () => {
    const behind = await servedWith({ trustedProxies: ['10.9.0.1'] })
    const { code } = await filed()
    const guess = (remoteAddress: string, claimed: string) =>
      behind.inject({
        url: `/api/v1/petitions/${code}`,
        remoteAddress,
        headers: { 'x-petition-secret': 'AAAA', 'x-forwarded-for': claimed },
      })
    const limited = async (remoteAddress: string, claim: (i: number) => string) => {
      for (let i = 0; i < 90; i++) if ((await guess(remoteAddress, claim(i))).statusCode === 429) return true
      return false
    }
    expect(await limited('198.51.100.7', (i) => `192.0.2.${i}`), 'claims of a stranger change nothing').toBe(true)
    expect(await limited('10.9.0.1', (i) => `192.0.2.${i}`), 'ninety visitors behind our proxy').toBe(false)
    expect(await limited('10.9.0.1', (i) => `192.0.2.${i}, 203.0.113.99`), 'one visitor behind it, with claims').toBe(true)
  })
})
