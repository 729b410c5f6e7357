import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from './headers.ts'
import { aSite } from './test-site.ts'

const app = await aSite()
const json = { 'content-type': 'application/json' }
const send = (payload: string | Buffer, headers: Record<string, string> = json) =>
  app.inject({ method: 'POST', url: '/api/v1/things', headers, payload })

describe('bodies', () => {
  test('a right one is taken, also with a byte order mark and with the type in capitals', async () => {
    expect((await send('{"name":"x"}')).statusCode).toBe(200)
    expect((await send('\ufeff{"name":"x"}')).statusCode).toBe(200)
    expect((await send('{"name":"x"}', { 'content-type': 'Application/JSON; charset=utf-8' })).statusCode).toBe(200)
  })

  test.each<[string, string | Buffer, number, string]>([
    ['half an object', '{"name":', 400, 'bad_json'],
    ['single quotes', "{'name':'x'}", 400, 'bad_json'],
    ['two values', '{"name":"x"}{"name":"y"}', 400, 'bad_json'],
    ['NaN', '{"name":NaN}', 400, 'bad_json'],
    ['a raw line break in a text', '{"name":"a\nb"}', 400, 'bad_json'],
    ['one byte that is not UTF-8', Buffer.from([...Buffer.from('{"name":"'), 0xff, ...Buffer.from('"}')]), 400, 'bad_encoding'],
    ['an overlong form of a slash', Buffer.from([...Buffer.from('{"name":"'), 0xc0, 0xaf, ...Buffer.from('"}')]), 400, 'bad_encoding'],
    ['a surrogate in UTF-8', Buffer.from([...Buffer.from('{"name":"'), 0xed, 0xa0, 0x80, ...Buffer.from('"}')]), 400, 'bad_encoding'],
    ['half a letter at the end', Buffer.from([...Buffer.from('{"name":"x"}'), 0xe1, 0xbb]), 400, 'bad_encoding'],
    ['UTF-16', Buffer.from('{"name":"x"}', 'utf16le'), 400, 'bad_json'],
    ['lists ten thousand deep', '['.repeat(10_000) + ']'.repeat(10_000), 422, 'invalid_input'],
    ['objects ten thousand deep', `${'{"name":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 422, 'invalid_input'],
    ['a number beyond all numbers', '{"name":1e999}', 422, 'invalid_input'],
    ['a number of a thousand digits', `{"name":${'9'.repeat(1000)}}`, 422, 'invalid_input'],
    ['another prototype', '{"name":"x","__proto__":{"admin":true}}', 422, 'invalid_input'],
    ['a megabyte', `{"name":"${'x'.repeat(1_000_000)}"}`, 413, 'too_large'],
    ['one byte more than fits', `{"name":"${'x'.repeat(64 * 1024 - 10)}"}`, 413, 'too_large'],
    ['nothing', '', 422, 'invalid_input'],
  ])('%s', async (_what, payload, status, code) => {
    const response = await send(payload)
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(response.json()).toMatchObject({ status, code, detail: expect.stringMatching(/\p{L}.+\.$/u) })
  })

  test('of two same keys the last counts, as in every JSON reader here', async () => {
    expect((await send('{"name":"x","name":"y"}')).json()).toEqual({ name: 'y' })
  })

  test.each<[string, Record<string, string>]>([
    ['no type', {}],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['files where none are taken', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a type that begins like JSON', { 'content-type': 'application/json-patch+json' }],
    ['two types', { 'content-type': 'text/plain, application/json' }],
    ['a packed body', { ...json, 'content-encoding': 'gzip' }],
  ])('%s is not taken by the API', async (_what, headers) => {
    const payload = headers['content-encoding'] ? gzipSync('{"name":"x"}') : '{"name":"x"}'
    const response = await send(payload, headers)
    expect(response.statusCode).toBe(415)
    expect(response.json().code).toBe('unsupported_media_type')
  })

  test('files are taken where the route says so', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await app.inject({ method: 'POST', url: '/api/v1/things/1/files', headers, payload: '--x--' })).statusCode).toBe(200)
  })
})

describe('wrong methods', () => {
  test.each([
    ['DELETE', '/api/v1/things', 'POST'],
    ['GET', '/api/v1/things', 'POST'],
    ['PUT', '/', 'GET, HEAD'],
    ['TRACE', '/', 'GET, HEAD'],
    ['PROPFIND', '/en/', 'GET, HEAD'],
    ['PATCH', '/gui', 'GET, HEAD, POST'],
    ['OPTIONS', '/gui', 'GET, HEAD, POST'],
    ['POST', '/api/v1/things/7/parts', 'GET, HEAD, PUT'],
    ['DELETE', '/api/v1/things/7/parts/', 'GET, HEAD, PUT'],
  ] as const)('%s %s', async (method, url, allow) => {
    for (const headers of [{}, json, { origin: 'https://evil.vn' }]) {
      const response = await app.inject({ method, url, headers })
      expect(response.statusCode).toBe(405)
      expect(response.headers.allow).toBe(allow)
    }
  })
})

describe('headers', () => {
  test.each(['/', '/none', '/%ff', '/api/v1/none', '/api/v1/fault'])('%s answers with all of them', async (url) => {
    const { headers } = await app.inject({ url })
    expect(headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': 'private, no-store',
    })
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  })

  test('the policy of scripts and styles has no exception', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none';/)
    expect(contentSecurityPolicy).not.toMatch(/unsafe|http|\*|data:/)
  })

  test('a fault of ours says nothing of its cause', async () => {
    const response = await app.inject({ url: '/api/v1/fault' })
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toMatch(/postgres|Error|at /)
    expect(response.json().code).toBe('internal')
  })

  test('https is asked for from then on, and cookies are for https alone, where the public address is https', async () => {
    const secure = await aSite({ publicUrl: 'https://phuoclong.vn' })
    const response = await secure.inject({ url: '/gui' })
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000')
    expect(response.cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax', secure: true, path: '/' }])
    const plain = await (await aSite({ publicUrl: 'http://phuoclong.vn' })).inject({ url: '/gui' })
    expect(plain.headers['strict-transport-security']).toBeUndefined()
    expect(plain.cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax', path: '/' }])
    expect(plain.cookies[0]!.secure).toBeUndefined()
  })
})

describe('forms', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  async function browser() {
    const response = await app.inject({ url: '/gui' })
    return { cookie: response.cookies.map(({ name, value }) => `${name}=${value}`).join('; '), token: response.json().token as string }
  }
  const post = (payload: string, headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/gui', headers: { ...form, ...headers }, payload })

  test('with the token of this browser is taken, and the token is not among its fields', async () => {
    const { cookie, token } = await browser()
    const response = await post(`ten=B%C3%ACnh&_csrf=${token}`, { cookie })
    expect(response.json()).toEqual({ body: { ten: 'Bình' } })
  })

  test('no field of a long form is dropped; a form with more than can be read is refused whole', async () => {
    const { cookie, token } = await browser()
    const fields = (n: number) => Array.from({ length: n }, (_, i) => `a${i}=`).join('&')
    const { body } = (await post(`${fields(4_000)}&_csrf=${token}`, { cookie })).json()
    expect(Object.keys(body)).toHaveLength(4_000)
    expect((await post(`${'a&'.repeat(10_001)}_csrf=${token}`, { cookie })).statusCode).toBe(413)
  })

  test('of anybody else is refused', async () => {
    const mine = await browser()
    const other = await browser()
    const refused: [string, Record<string, string>][] = [
      ['', { cookie: mine.cookie }],
      ['_csrf=', { cookie: mine.cookie }],
      [`_csrf=${other.token}`, { cookie: mine.cookie }],
      [`_csrf=${mine.token}`, {}],
      [`_csrf=${mine.token}`, { cookie: 'congdan_form=' }],
      [`_csrf=${mine.token}`, { cookie: other.cookie }],
      [`_csrf=${mine.token}&_csrf=${mine.token}`, { cookie: mine.cookie }],
      [`_csrf[]=${mine.token}`, { cookie: mine.cookie }],
      [`_csrf=${mine.token}%00`, { cookie: mine.cookie }],
    ]
    for (const [payload, headers] of refused) {
      const response = await post(payload, headers)
      expect([response.statusCode, response.body.includes('form_expired')], payload).toEqual([403, true])
    }
  })

  test('that calls itself JSON or nothing at all needs the token as well', async () => {
    const { cookie } = await browser()
    for (const headers of [json, {}, { 'content-type': 'text/plain' }] as Record<string, string>[]) {
      const response = await app.inject({
        method: 'POST',
        url: '/gui',
        headers: { ...headers, cookie },
        payload: headers['content-type'] ? '{}' : '',
      })
      expect([403, 415]).toContain(response.statusCode)
    }
  })

  test('sent as multipart to a route that takes no files needs the token as well', async () => {
    const { cookie, token } = await browser()
    for (const type of [
      'multipart/form-data; boundary=x',
      'Multipart/Form-Data;boundary=x',
      'multipart/form-data',
      'multipart/mixed; boundary=x',
    ]) {
      const payload = `--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--x--\r\n`
      const response = await app.inject({ method: 'POST', url: '/gui', headers: { 'content-type': type, cookie }, payload })
      expect([403, 415], type).toContain(response.statusCode)
    }
  })

  test.each(['https://evil.vn', 'null', 'http://localhost:81', 'http://localhost.evil.vn', 'https://localhost'])(
    'sent from %s is refused, token or not',
    async (origin) => {
      const { cookie, token } = await browser()
      const refused = await post(`_csrf=${token}`, { cookie, origin, host: 'localhost:80' })
      expect([refused.statusCode, refused.body.includes('foreign_origin')]).toEqual([403, true])
      expect((await send('{"name":"x"}', { ...json, origin })).statusCode).toBe(403)
    },
  )

  test('sent from our own pages is taken: by the host it came to, or by the public address', async () => {
    const { cookie, token } = await browser()
    expect((await post(`_csrf=${token}`, { cookie, origin: 'http://localhost:8080', host: 'localhost:8080' })).statusCode).toBe(200)
    const site = await aSite({ publicUrl: 'https://phuoclong.vn/' })
    const headers = { ...json, origin: 'https://phuoclong.vn' }
    expect((await site.inject({ method: 'POST', url: '/api/v1/things', headers, payload: '{"name":"x"}' })).statusCode).toBe(200)
  })

  test.each([['ten=%ff'], ['ten=%'], ['ten=%c3%28']])(
    'with the broken text %s is refused before its token is looked at',
    async (payload) => {
      const response = await post(payload, {})
      expect([response.statusCode, response.body.includes('bad_encoding')]).toEqual([400, true])
    },
  )
})

describe('what a proxy says', () => {
  const forwarded = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.vn', 'x-forwarded-proto': 'https' }
  test('is not believed from just anybody', async () => {
    const seen = (await app.inject({ url: '/', headers: forwarded, remoteAddress: '198.51.100.1' })).json()
    expect(seen).toMatchObject({ ip: '198.51.100.1', protocol: 'http' })
    expect(seen.host).not.toContain('evil')
  })
  test('is believed from a proxy that is named, and only from it', async () => {
    const site = await aSite({ trustedProxies: ['10.0.0.0/24'] })
    expect((await site.inject({ url: '/', headers: forwarded, remoteAddress: '10.0.0.7' })).json()).toMatchObject({
      ip: '203.0.113.9',
      protocol: 'https',
      host: 'evil.vn',
    })
    expect((await site.inject({ url: '/', headers: forwarded, remoteAddress: '10.0.1.7' })).json()).toMatchObject({
      ip: '10.0.1.7',
      protocol: 'http',
    })
  })
  test('of the addresses before it only the nearest that is no proxy counts: the first one is what anybody may write', async () => {
    const site = await aSite({ trustedProxies: ['10.0.0.0/24'] })
    const headers = { ...forwarded, 'x-forwarded-for': '1.1.1.1, 203.0.113.9, 10.0.0.8' }
    expect((await site.inject({ url: '/', headers, remoteAddress: '10.0.0.7' })).json().ip).toBe('203.0.113.9')
  })
})
