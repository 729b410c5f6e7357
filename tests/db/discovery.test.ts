import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'

let it: TestApp

beforeAll(async () => {
  it = await testApp({ petitions: true, now: () => new Date('2026-11-22T10:00:00+07:00') })
})

const get = (url: string) => it.app.inject({ url, headers: { host: 'cong.example' } })
const places = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, place]) => place!)

describe('what robots ask for', () => {
  test('robots.txt names the sitemap and what is nobody’s reading', async () => {
    const { body, headers } = await get('/robots.txt')
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(body).toContain('Sitemap: http://cong.example/sitemap.xml')
    expect(body).toContain('Disallow: /lam-viec\nDisallow: /en/lam-viec')
  })

  test('each file of the sitemap is there, and each address in it answers 200, in both languages', async () => {
    const files = places((await get('/sitemap.xml')).body).map((place) => new URL(place).pathname)
    expect(files).toContain('/sitemap/trang.xml')
    expect(files).toContain('/sitemap/viec-2026-11.xml')
    const all: string[] = []
    for (const file of files) {
      const response = await get(file)
      expect([file, response.statusCode]).toEqual([file, 200])
      all.push(...places(response.body))
    }
    expect(all.some((place) => /\/en\/don\/PL-2026-\d{5}$/.test(place))).toBe(true)
    for (const place of all) expect([place, (await get(new URL(place).pathname)).statusCode]).toEqual([place, 200])
  })

  test('lists every public case once, and no other', async () => {
    const files = places((await get('/sitemap.xml')).body)
    const listed: string[] = []
    for (const file of files) listed.push(...places((await get(new URL(file).pathname)).body))
    const codes = listed.flatMap((place) => /example\/don\/(PL-[\d-]+)$/.exec(place)?.[1] ?? [])
    const rows = await it.db
      .selectFrom('petitions')
      .select('code')
      .where('publish', '=', true)
      .where('cleared_at', 'is not', null)
      .where('status', '<>', 'withdrawn')
      .execute()
    expect(codes.toSorted()).toEqual(rows.map(({ code }) => code).toSorted())
  })

  test.each(['/sitemap/x.xml', '/sitemap/viec-2026-13.xml', '/sitemap/viec-0000-01.xml', '/sitemap/trang', '/sitemap/%2e%2e.xml'])(
    '%s is not there',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404)
    },
  )
})

test('security.txt says whom to tell, and for how long that holds', async () => {
  const { body } = await get('/.well-known/security.txt')
  expect(body).toMatch(/^Contact: tel:0900000000$/m)
  expect(body).toMatch(/^Canonical: http:\/\/cong\.example\/\.well-known\/security\.txt$/m)
  expect(/^Expires: (.*)$/m.exec(body)![1]).toBe('2027-05-21T00:00:00Z')
})
