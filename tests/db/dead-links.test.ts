import { expect, test } from 'vitest'
import { testApp } from '../support/app.ts'

const town = await testApp({ petitions: true, now: () => new Date('2026-11-22T10:00:00+07:00') })
const { app, signIn } = town

/** Lists that differ by their query alone are opened this many times. */
const QUERIES = 12

interface Look {
  status: number
  links: string[]
  /** Targets on the page itself that are not there. */
  lost: string[]
}

async function look(url: string, cookie: string): Promise<Look> {
  const answer = await app.inject({ url, headers: { cookie } })
  const { location } = answer.headers
  if (location) return { status: answer.statusCode, links: [location], lost: [] }
  if (!String(answer.headers['content-type']).startsWith('text/html')) return { status: answer.statusCode, links: [], lost: [] }
  const found = [...answer.body.matchAll(/<(?:a|img|link)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(([, link]) =>
    link!.replaceAll('&amp;', '&'),
  )
  const ids = new Set([...answer.body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id))
  const lost = found.filter((link) => link.startsWith('#') && link !== '#' && !ids.has(link.slice(1)))
  return { status: answer.statusCode, links: found.filter((link) => !link.startsWith('#')), lost }
}

/** From the front page, wherever links lead; what answers 400 or more, with the page that sends people there. */
async function crawl(cookie: string): Promise<{ dead: string[]; pages: number }> {
  const from = new Map([['/', 'start']])
  const perPath = new Map<string, number>()
  const dead: string[] = []
  for (const [url, origin] of from) {
    const { status, links, lost } = await look(url, cookie)
    if (status >= 400) dead.push(`${url} answers ${status}, linked from ${origin}`)
    dead.push(...lost.map((link) => `${link} is not on ${url}`))
    for (const link of links) {
      const { origin: host, pathname, search } = new URL(link, `http://localhost${url}`)
      if (host !== 'http://localhost' || pathname.startsWith('/assets/') || from.has(pathname + search)) continue
      const times = perPath.get(pathname) ?? 0
      perPath.set(pathname, times + 1)
      if (times < QUERIES) from.set(pathname + search, url)
    }
  }
  return { dead, pages: from.size }
}

test.each([null, 'hoa', 'nam', 'lam', 'khanh', 'phuc', 'binh', 'tuyet'])(
  'no link leads %s nowhere',
  async (username) => {
    const cookie = username ? await signIn(username) : ''
    const { dead, pages } = await crawl(cookie)
    expect(dead).toEqual([])
    expect(pages).toBeGreaterThan(50)
  },
  120_000,
)

test('a link to nowhere is found', async () => {
  expect((await look('/khong-co-trang-nay', '')).status).toBe(404)
  expect((await look('/', '')).links).toContain('/gui-don')
})
