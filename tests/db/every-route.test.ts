import { beforeAll, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../src/platform/http/index.ts'
import { testApp } from '../support/app.ts'
import { anyAddress } from '../support/filing.ts'
import { rowCounts } from '../support/rows.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const { app, db, signIn } = await testApp({ now, petitions: true })

/** `/don/:code` and its methods, from the router's own drawing. */
function routesOf(): { path: string; methods: string[] }[] {
  const parts: string[] = []
  const routes: { path: string; methods: string[] }[] = []
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', name = '', methods] = line.match(/^([│├└─\s]*)(.*?)(?: \(([A-Z, ]+)\))?$/) ?? []
    const depth = Math.round(indent.length / 4) - 1
    if (name === '') continue
    parts.splice(depth, parts.length, name)
    if (methods) routes.push({ path: parts.join('').replace(/^\/\//, '/'), methods: methods.split(', ') })
  }
  return routes
}

const routes = routesOf()
const hostile = [
  '%00',
  '%ff',
  "'",
  '..%2f..%2fetc%2fpasswd',
  '%F0%9F%98%80',
  '%ED%A0%80',
  '0',
  '-1',
  '99999999999999999999',
  '%2e%2e',
  '%20',
  'a%0d%0ab',
  '{}',
  '<script>',
  '018f3b4e-0000-7000-8000-000000000001',
  'x'.repeat(5000),
  'constructor',
  'PL-2026-00001',
  '2026-02-30',
  '9999-12-31',
]
const queries = [
  '',
  '?x=1',
  '?%00=%00',
  '?__proto__=1',
  '?constructor[prototype]=1',
  '?after=%00',
  '?after=WyIyMDI2LTAyLTMwIiwiMSJd',
  '?limit=-1',
  '?limit=1e999',
  '?q=%00',
  '?q=%27',
  '?q[]=1&q[]=2',
  '?unit=1',
  '?don-vi=1',
  '?tiep=%00',
  '?thang=x',
  '?trang=-1',
  '?ngay=2026-02-30',
  '?xem=%00',
  '?from=2026-99-99',
  '?tu-khoa=%00',
  '?ky=%00',
]

describe('every route, with what no honest client sends', () => {
  const seen = { pages: 0, problems: 0 }

  function look(address: string, response: Awaited<ReturnType<typeof app.inject>>): void {
    const what = `${address.slice(0, 200)} ${response.statusCode} ${response.body.slice(0, 300)}`
    expect(response.statusCode, what).toBeLessThan(500)
    expect(response.headers['content-security-policy'], what).toBeTruthy()
    expect(response.headers['x-content-type-options'], what).toBe('nosniff')
    expect(response.headers['cache-control'], what).toBeTruthy()
    expect(response.body, what).not.toMatch(/\bat .+\.ts:\d+|node_modules|select .+ from |22P02|22021/)
    const type = String(response.headers['content-type'] ?? '')
    if (type.startsWith('text/html')) {
      seen.pages++
      expect(response.headers['content-security-policy'], what).toBe(contentSecurityPolicy)
      // The file that people keep brings its own script along, under its own policy: tests/e2e/receipt-check.spec.ts.
      const isKept = String(response.headers['content-disposition'] ?? '').startsWith('attachment')
      expect(isKept ? '' : response.body, what).not.toMatch(
        /<script(?! type="application\/ld\+json">)(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|javascript:|<script>|href="\/\//i,
      )
    }
    if (address.startsWith('/api/') && response.statusCode >= 400) {
      seen.problems++
      expect(type, what).toBe('application/problem+json; charset=utf-8')
      expect(response.json(), what).toMatchObject({
        status: response.statusCode,
        code: expect.any(String),
        detail: expect.stringMatching(/\.$/),
      })
    }
  }

  test('there are routes to walk', () => {
    expect(routes.length).toBeGreaterThan(40)
    expect(routes.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/', '/don', '/api/v1/petitions/:code/acts/:act', '/dang-nhap', '/lam-viec']),
    )
  })

  describe.each(['anonymous', 'hoa', 'khanh'])('as %s', (who) => {
    let cookie = ''
    beforeAll(async () => {
      cookie = who === 'anonymous' ? '' : await signIn(who)
    })
    const filled = (path: string, value: string) => path.replace(/:[a-zA-Z]+/g, value).replace('*', value)

    test.each(routes.filter(({ methods }) => methods.includes('GET')).map(({ path }) => path))('GET %s', async (path) => {
      const addresses =
        path.includes(':') || path.includes('*') ? hostile.map((value) => filled(path, value)) : queries.map((query) => `${path}${query}`)
      for (const address of addresses) look(address, await app.inject({ url: address, headers: { cookie }, remoteAddress: anyAddress() }))
    })

    const sending = routes.flatMap(({ path, methods }) =>
      methods.filter((method) => !['GET', 'HEAD', 'OPTIONS'].includes(method)).map((method) => ({ method, path })),
    )
    test.each(sending)('$method $path', async ({ method, path }) => {
      if (path.endsWith('/sign-out') || path.endsWith('/dang-xuat') || path.endsWith('/het-gio')) return
      const before = await rowCounts(db)
      const api = path.startsWith('/api/')
      const form = api ? null : await app.inject({ url: '/dang-nhap', remoteAddress: anyAddress() })
      const token = form?.body.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? 'none'
      const jar = [cookie, ...(form?.cookies ?? []).map(({ name, value }) => `${name}=${value}`)].filter(Boolean).join('; ')
      const bodies: [string, string | Buffer][] = api
        ? [
            '',
            '{',
            'null',
            '[]',
            '{"__proto__":{"x":1}}',
            '{"x":"\\u0000"}',
            '{"username":"a\\u0000","password":"\\ud800"}',
            Buffer.from([0x7b, 0xff]),
          ].map((body) => ['application/json', body])
        : [
            ['application/x-www-form-urlencoded', ''],
            ['application/x-www-form-urlencoded', '_csrf=x'],
            ['application/x-www-form-urlencoded', `_csrf=${token}`],
            [
              'application/x-www-form-urlencoded',
              `_csrf=${token}&name=%00&code=%00&secret=%00&version=x&kind=x&on=2026-99-99&id=%00&username=%00&password=%00`,
            ],
            ['application/x-www-form-urlencoded', `_csrf=${token}&__proto__=1&constructor=2&${'a[]=1&'.repeat(500)}`],
            ['application/x-www-form-urlencoded', `_csrf=${token}&x=%ff`],
            [
              'multipart/form-data; boundary=x',
              `--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--x\r\ncontent-disposition: form-data; name="words"\r\n\r\na\u0000\r\n--x--\r\n`,
            ],
            ['multipart/form-data; boundary=x', '--x\r\n'],
            ['multipart/form-data', ''],
            ['application/json', '{}'],
            ['text/plain', 'x'],
          ]
      const values = path.includes(':') ? ['%00', 'x', "'", '018f3b4e-0000-7000-8000-000000000001'] : ['']
      for (const value of values) {
        for (const [type, payload] of bodies) {
          const address = filled(path, value)
          const headers = { cookie: jar, 'content-type': type }
          const response = await app.inject({ method: method as 'POST', url: address, headers, payload, remoteAddress: anyAddress() })
          look(address, response)
          if (api || payload.includes(token)) continue
          const turnedAway = response.statusCode >= 400 || /^\/(dang-nhap|tra-cuu)(\?|$)/.test(String(response.headers.location))
          expect(turnedAway, `${address} took a form without its token: ${response.statusCode} ${response.headers.location}`).toBe(true)
        }
      }
      // Proposing the coming days needs no input: the empty form is a right one.
      if (path === '/lam-viec/tiep-dan/lich/de-nghi') return
      const after = await rowCounts(db)
      for (const table of ['petitions', 'petition_filers', 'history_entries', 'audit_entries', 'tallies'])
        expect(after[table], `${method} ${path} ${table}`).toBe(before[table])
    })
  })

  test('pages and problems were among the answers', () => {
    expect(seen.pages).toBeGreaterThan(200)
    expect(seen.problems).toBeGreaterThan(200)
  })
})
