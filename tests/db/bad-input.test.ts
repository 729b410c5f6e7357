import { describe, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { filing } from '../support/filing.ts'
import { refusal as refuse, post as send } from '../support/refusal.ts'
import { rowCounts } from '../support/rows.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const testing = await testApp({ now })
const { app, db, signIn } = testing

const post = (url: string, payload: unknown, headers?: Record<string, string>) => send(testing, url, payload, headers)
const refusal = (url: string, payload: unknown, headers?: Record<string, string>) => refuse(testing, url, payload, headers)

/** `{ 'filer.name': x }` → the filing with that one field changed; undefined takes it away. */
function filingWith(path: string, value: unknown): Record<string, unknown> {
  const whole = filing({ location: { lat: 11.8, lon: 106.9 }, hamlet: 'Khu phố 3' }) as Record<string, Record<string, unknown>>
  const [first, second] = path.split('.') as [string, string?]
  if (second === undefined) whole[first] = value as never
  else whole[first] = { ...whole[first], [second]: value }
  return whole
}

const texts = [
  { path: 'subject', max: 200, label: 'Việc gì', labelEn: 'Subject', required: true },
  { path: 'body', max: 20_000, label: 'Nội dung', labelEn: 'What happened', required: true },
  { path: 'filer.name', max: 100, label: 'Họ và tên', labelEn: 'Full name', required: true },
  { path: 'filer.address', max: 300, label: 'Địa chỉ', labelEn: 'Address', required: false },
  { path: 'hamlet', max: 200, label: 'Khu phố, thôn', labelEn: 'Residential group, hamlet', required: false },
  { path: 'filer.phone', max: 30, label: 'Số điện thoại', labelEn: 'Telephone', required: false },
  { path: 'filer.email', max: 200, label: 'Thư điện tử', labelEn: 'E-mail', required: false },
  { path: 'filer.identityNumber', max: 20, label: 'Số định danh cá nhân', labelEn: 'Personal identity number', required: false },
]

describe.each(texts)('the text $path of a filing', ({ path, max, label, labelEn, required }) => {
  test.each<[string, unknown, string]>([
    ['a number', 5, 'invalid_type'],
    ['zero', 0, 'invalid_type'],
    ['a truth value', true, 'invalid_type'],
    ['a list', ['x'], 'invalid_type'],
    ['an object', { toString: 'x' }, 'invalid_type'],
    ['a NUL', 'a\u0000b', 'unstorable'],
    ['a lone high surrogate', 'a\ud800b', 'unstorable'],
    ['a lone low surrogate', 'a\udfffb', 'unstorable'],
    ['one letter too many', 'ữ'.repeat(max + 1), 'too_long'],
    ['one emoji too many', '😀'.repeat(max + 1), 'too_long'],
    ['ten thousand letters and more', 'a'.repeat(max + 10_000), 'too_long'],
  ])('%s is refused by its name in both languages', async (_what, value, code) => {
    const vi = await refusal('/api/v1/petitions', filingWith(path, value))
    expect(vi).toMatchObject([{ field: path, code }])
    expect(vi[0]!.detail).toMatch(new RegExp(`^${label}: .+\\.$`))
    const en = await refusal('/en/api/v1/petitions', filingWith(path, value))
    expect(en[0]!.detail).toMatch(new RegExp(`^${labelEn}: .+\\.$`))
  })

  const blanks: [string, unknown][] = [
    ['absence', undefined],
    ['null', null],
    ['emptiness', ''],
    ['spaces', '  \t \r\n '],
    ['spaces of other scripts', '\u00a0\u2003\u3000\ufeff'],
    ['letters that nobody sees', '\u200b\u2060\u00ad\u3164\u2800'],
  ]
  test.each(blanks)(required ? '%s is refused as missing' : '%s is taken as not given', async (_what, value) => {
    if (required) expect(await refusal('/api/v1/petitions', filingWith(path, value))).toMatchObject([{ field: path, code: 'required' }])
    else expect((await post('/api/v1/petitions', filingWith(path, value))).statusCode).toBe(201)
  })
})

test('control characters of a pasted text are left out, its line ends kept, and the feed stays readable XML', async () => {
  const body = 'Dòng một\u000bDòng hai\r\nDòng\u0008 ba\u001b[31m\ufffe'
  const { code, secret } = (await post('/api/v1/petitions', filing({ subject: 'Ngập\u0001 nước\u0085', body }))).json()
  const headers = { 'x-petition-secret': secret }
  expect((await app.inject({ url: `/api/v1/petitions/${code}`, headers })).json()).toMatchObject({
    subject: 'Ngập nước',
    body: 'Dòng một\nDòng hai\nDòng ba[31m',
  })
  await post(`/api/v1/petitions/${code}/acts/clearForPublication`, {}, { cookie: await signIn('hoa') })
  const feed = await app.inject({ url: '/don.atom' })
  expect(feed.body).toContain('Ngập nước')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 cannot hold
  expect(feed.body).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
})

describe.each(texts.slice(0, 5))('the longest $path', ({ path, max }) => {
  test.each([
    ['letters with marks', 'ữ'.repeat(max)],
    ['emoji, two units each', '😀'.repeat(max)],
    ['decomposed letters, counted as they are kept', 'ữ'.normalize('NFD').repeat(max)],
    ['marks that no letter takes in, counted one by one', 'x\u0301'.repeat(max / 2)],
    ['spaces around, not counted', `  ${'a'.repeat(max)}\n`],
  ])('of %s is taken', async (_what, value) => {
    expect((await post('/api/v1/petitions', filingWith(path, value))).statusCode).toBe(201)
  })
  test('of marks that no letter takes in is refused one beyond', async () => {
    const errors = await refusal('/api/v1/petitions', filingWith(path, `x${'\u0301'.repeat(max)}`))
    expect(errors).toMatchObject([{ field: path, code: 'too_long' }])
  })
})

describe('every other field of a filing', () => {
  test.each<[string, string, unknown, string]>([
    ['kind', 'absence', undefined, 'invalid_choice'],
    ['kind', 'null', null, 'invalid_choice'],
    ['kind', 'another word', 'praise', 'invalid_choice'],
    ['kind', 'a word in capitals', 'FEEDBACK', 'invalid_choice'],
    ['kind', 'a word of every object', 'constructor', 'invalid_choice'],
    ['kind', 'a list with a right word', ['feedback'], 'invalid_choice'],
    ['filer', 'absence', undefined, 'required'],
    ['filer', 'null', null, 'required'],
    ['filer', 'a name alone', 'Bình', 'invalid_type'],
    ['filer', 'a list', [{ name: 'Bình' }], 'invalid_type'],
    ['filer.role', 'an unknown field inside', 'chairman', 'unknown_field'],
    ['filer.phone', 'letters', 'gọi cho tôi', 'invalid_phone'],
    ['filer.phone', 'too few digits', '0900', 'invalid_phone'],
    ['filer.email', 'no at sign', 'binh.vidu.vn', 'invalid_email'],
    ['filer.email', 'two addresses', 'a@b.vn,c@d.vn x', 'invalid_email'],
    ['filer.email', 'a header in it', 'a@b.vn\r\nBcc: c@d.vn', 'invalid_email'],
    ['filer.identityNumber', 'eleven digits', '07020100000', 'invalid_identity'],
    ['filer.identityNumber', 'digits of another script', '٠٧٠٢٠١٠٠٠٠٠١', 'invalid_identity'],
    ['location', 'a text', '11.8,106.9', 'invalid_type'],
    ['location', 'a list', [11.8, 106.9], 'invalid_type'],
    ['location.lat', 'absence', undefined, 'required'],
    ['location.lat', 'a text', '11.8', 'invalid_type'],
    ['location.lat', 'beyond the pole', 90.001, 'too_big'],
    ['location.lon', 'beyond the line', -180.5, 'too_small'],
    ['location.lon', 'a number too large for any', 1e300, 'too_big'],
    ['location.alt', 'an unknown field inside', 3, 'unknown_field'],
    ['publish', 'absence', undefined, 'required'],
    ['publish', 'null', null, 'required'],
    ['publish', 'emptiness', '', 'required'],
    ['publish', 'a number', 1, 'invalid_choice'],
    ['publish', 'another word', 'maybe', 'invalid_choice'],
    ['publish', 'a list', [true], 'invalid_choice'],
    ['clientToken', 'absence', undefined, 'required'],
    ['clientToken', 'null', null, 'required'],
    ['clientToken', 'a number', 1, 'invalid_type'],
    ['clientToken', 'emptiness', '', 'invalid_uuid'],
    ['clientToken', 'a short text', '3f2504e0', 'invalid_uuid'],
    ['clientToken', 'a token with a NUL', '3f2504e0-4f89-41d3-9a0c-0305e82c3301\u0000', 'invalid_uuid'],
    ['clientToken', 'the token that everybody would share', '00000000-0000-0000-0000-000000000000', 'invalid_uuid'],
    ['clientToken', 'its twin', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'invalid_uuid'],
    ['status', 'a field of ours', 'answered', 'unknown_field'],
    ['unitId', 'another field of ours', 'x', 'unknown_field'],
    ['constructor', 'a word of every object', {}, 'unknown_field'],
    ['toString', 'another such word', 'x', 'unknown_field'],
  ])('%s: %s is refused', async (path, _what, value, code) => {
    const errors = await refusal('/api/v1/petitions', filingWith(path, value))
    expect(errors).toMatchObject([{ field: path, code }])
    expect(errors[0]!.detail).not.toMatch(/\[object|native code|undefined|NaN/)
  })

  test('a key named __proto__ is an unknown field and changes nothing', async () => {
    const payload = JSON.stringify(filing()).replace('{', '{"__proto__":{"publish":false},')
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/petitions',
      headers: { 'content-type': 'application/json' },
      payload,
    })
    expect(response.statusCode).toBe(422)
    expect(response.json().errors).toMatchObject([{ field: '__proto__', code: 'unknown_field' }])
    expect(({} as { publish?: unknown }).publish).toBeUndefined()
  })

  test('all wrong fields are named at once, each once', async () => {
    const errors = await refusal('/api/v1/petitions', { kind: 'x', subject: '', filer: { name: 7 }, extra: 1, location: 4 })
    expect(errors.map(({ field }) => field).toSorted()).toEqual(
      ['body', 'clientToken', 'extra', 'filer.name', 'kind', 'location', 'publish', 'subject'].toSorted(),
    )
  })

  test('a thousand unknown fields get a short answer', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${'x'.repeat(300)}${i}`, 1]))
    const errors = await refusal('/api/v1/petitions', { ...filing(), ...many })
    expect(errors).toHaveLength(50)
    expect(errors[0]!.detail.length).toBeLessThan(150)
  })

  test.each([['null'], ['[]'], ['"feedback"'], ['7'], ['true'], ['']])('the whole body %s is refused', async (payload) => {
    await app.flushFilings()
    const before = await rowCounts(db)
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/petitions',
      headers: { 'content-type': 'application/json' },
      payload,
    })
    expect(response.statusCode).toBe(422)
    expect(response.json().errors.length).toBeGreaterThan(0)
    expect(await rowCounts(db)).toEqual(before)
  })
})

describe('a denunciation', () => {
  test.each([
    ['alone', { kind: 'denunciation' }],
    ['in full', filing({ kind: 'denunciation', subject: 'Ông X nhận tiền', body: 'Bằng chứng kèm theo.' })],
    ['with unknown fields', filing({ kind: 'denunciation', secret: 1 })],
    ['with wrong fields', { kind: 'denunciation', subject: 5, filer: null }],
  ])('%s is turned away with guidance; no table has one row more', async (_what, payload) => {
    for (const [url, word] of [
      ['/api/v1/petitions', 'Luật Tố cáo'],
      ['/en/api/v1/petitions', 'Law on Denunciations'],
    ] as const) {
      await app.flushFilings()
      const before = await rowCounts(db)
      const response = await post(url, payload)
      expect(response.statusCode).toBe(422)
      expect(response.json()).toMatchObject({ code: 'denunciation_not_online', guidance: expect.any(Array) })
      expect(response.json().guidance.join(' ')).toContain(word)
      expect(response.body).not.toContain('Ông X')
      expect(await rowCounts(db)).toEqual(before)
    }
  })

  test('is not taken at the counter form of the API either', async () => {
    await app.flushFilings()
    const before = await rowCounts(db)
    const cookie = await signIn('hoa')
    const signedIn = await rowCounts(db)
    expect(signedIn).not.toEqual(before)
    const response = await post('/api/v1/office/petitions', filing({ kind: 'denunciation' }), { cookie })
    expect(response.json()).toMatchObject({ status: 422, code: 'denunciation_not_online' })
    expect(await rowCounts(db)).toEqual(signedIn)
  })

  test('hidden behind a second key is found: the last one counts', async () => {
    const payload = JSON.stringify(filing()).replace(/}$/, ',"kind":"denunciation"}')
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/petitions',
      headers: { 'content-type': 'application/json' },
      payload,
    })
    expect(response.json().code).toBe('denunciation_not_online')
  })
})
