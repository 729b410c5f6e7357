import type { FastifyInstance } from 'fastify'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { appOn, testApp } from '../../../tests/support/app.ts'
import { createServer } from '../../platform/http/index.ts'
import { createRenderCache } from '../../platform/render-cache.ts'
import { createVisitCounter } from './counter.ts'
import { countView, visitsPlugin } from './plugin.ts'
import { viewsOf } from './views.ts'

let clock = new Date('2026-11-26T03:00:00Z')
const opened = await testApp({ now: () => clock })
const { app, db, pool, url, appKey, dataDir } = opened
const other = await appOn(opened, { dataDir, appKey, now: () => clock })
const scope = { authorityId: 1 }
const FIREFOX = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  [answer.headers['set-cookie']]
    .flat()
    .map(String)
    .find((cookie) => cookie.startsWith('congdan_visit='))

beforeEach(async () => {
  clock = new Date('2026-11-26T03:00:00Z')
  await app.visits.flush()
  await other.app.visits.flush()
  await pool.query('truncate visit_totals, visit_imports, view_totals, open_visits, open_visit_views, online_minutes, visit_batches')
})

describe('over HTTP, from two processes', () => {
  test('each new visitor counts once and is given a cookie; a page with a cookie is kept by no proxy', async () => {
    const first = await app.inject({ url: '/', headers: FIREFOX })
    expect(cookieOf(first)).toMatch(/; HttpOnly; SameSite=Lax$/)
    expect(first.headers['cache-control']).toBe('private, no-cache')
    const cookie = cookieOf(first)!.split(';')[0]!
    // The kept page, by the same reader; then another page, of the other process.
    const again = await app.inject({ url: '/', headers: { ...FIREFOX, cookie } })
    expect([cookieOf(again), again.headers['cache-control']]).toEqual([undefined, 'public, no-cache'])
    await other.app.inject({ url: '/don', headers: { ...FIREFOX, cookie } })
    await other.app.inject({ url: '/gui-don', headers: { ...FIREFOX, cookie } })
    await app.inject({ url: '/en', headers: FIREFOX })
    await app.visits.flush()
    await other.app.visits.flush()
    expect(other.app.visits.figures(scope)).toMatchObject({ today: 2, month: 2, total: 2, online: 2 })
    const day = await db.selectFrom('visit_totals').selectAll().where('period', '=', 'day').executeTakeFirstOrThrow()
    expect(day).toMatchObject({ visits: 2, pages: 5, robot_pages: 0 })
  })

  test('what the browser has already counts as a page of a visit', async () => {
    const first = await app.inject({ url: '/don', headers: FIREFOX })
    for (let i = 0; i < 2; i++) {
      const again = await app.inject({ url: '/don', headers: { ...FIREFOX, 'if-none-match': String(first.headers['etag']) } })
      expect(again.statusCode).toBe(304)
      expect(cookieOf(again)).toBeDefined()
    }
    await app.visits.flush()
    expect(app.visits.figures(scope)).toMatchObject({ today: 3 })
  })

  test.each([
    ['the API', 'GET', '/api/v1/petitions', 200, {}],
    ['a feed', 'GET', '/don.atom', 200, {}],
    ['HEAD', 'HEAD', '/don', 200, {}],
    ['a page that is not there', 'GET', '/khong-co', 404, {}],
    ['a page for those who are signed in', 'GET', '/tai-khoan', 303, {}],
    ['a page fetched ahead', 'GET', '/don', 200, { 'sec-purpose': 'prefetch' }],
    ['a robot', 'GET', '/don', 200, { 'user-agent': 'Googlebot/2.1' }],
  ])('%s is no visit', async (_what, method, address, status, headers) => {
    const answer = await app.inject({ method: method as 'GET', url: address, headers: { ...FIREFOX, ...headers } })
    expect([answer.statusCode, cookieOf(answer)]).toEqual([status, undefined])
    await app.visits.flush()
    expect(await db.selectFrom('visit_totals').select('visits').where('visits', '>', 0).execute()).toEqual([])
  })

  test('figures stand in the footer of every page, in both languages, and lead to the statistics', async () => {
    for (let i = 0; i < 1234; i++) await app.inject({ url: '/don', headers: FIREFOX })
    await app.visits.flush()
    // Not one of the kept pages: it is drawn now.
    const page = await app.inject({ url: '/tra-cuu', headers: FIREFOX })
    expect(page.body).toContain('<dt>Hôm nay</dt><dd>1.234</dd>')
    expect(page.body).toContain('href="/thong-ke-truy-cap"')
    const english = await app.inject({ url: '/en/tra-cuu', headers: FIREFOX })
    expect(english.body).toContain('<dt>Today</dt><dd>1,234</dd>')
  })
})

describe('a thing whose views are counted', () => {
  const opening: (() => Promise<unknown>)[] = []
  afterAll(() => Promise.all(opening.map((close) => close())))

  /** A process with one kept page and one that is drawn each time, both of the same article. */
  async function aProcess() {
    const log = { error: () => undefined, warn: () => undefined }
    const counter = createVisitCounter({ db, appKey, secureCookies: false, now: () => clock, log })
    const cache = createRenderCache(url, {}, log, counter.arrive)
    const server: FastifyInstance = await createServer({
      appKey,
      publicUrl: null,
      trustedProxies: [],
      logger: false,
      answer: cache.answer,
      errorText: { vi: {}, en: {} },
      errorPage: async (_request, reply, problem) => reply.send(problem.detail),
    })
    server.decorateRequest('scope')
    server.addHook('onRequest', async (request) => {
      request.scope = scope
    })
    await server.register(visitsPlugin, { counter })
    server.get('/kept', (request, reply) =>
      cache.send(request, reply, { key: 'kept', tags: [], render: async () => 'kept', viewOf: { type: 'article', id: 'a' } }),
    )
    server.get('/drawn', async (_request, reply) => {
      countView(reply, { type: 'article', id: 'a' })
      return reply.type('text/html; charset=utf-8').send('drawn')
    })
    const base = await server.listen({ host: '127.0.0.1', port: 0 })
    opening.push(() => server.close().then(() => cache.close()))
    return { counter, base }
  }

  test('counts a reader once, whether the page was kept or drawn and whichever process answers; every new visitor counts', async () => {
    const [one, two] = [await aProcess(), await aProcess()]
    let cookie = ''
    for (const address of [`${one.base}/kept`, `${one.base}/kept`, `${two.base}/drawn`, `${two.base}/kept`, `${two.base}/kept`]) {
      const answer = await fetch(address, { headers: { ...FIREFOX, cookie } })
      cookie ||= answer.headers.getSetCookie()[0]!.split(';')[0]!
    }
    const crowd = Array.from({ length: 300 }, (_, i) =>
      fetch(`${i % 2 ? one.base : two.base}/${i % 3 ? 'kept' : 'drawn'}`, { headers: FIREFOX }),
    )
    for (const answer of await Promise.all(crowd)) expect(answer.headers.getSetCookie()).toHaveLength(1)
    await Promise.all([one.counter.flush(), two.counter.flush()])
    expect(await viewsOf(db, scope, 'article', ['a'])).toEqual(new Map([['a', 301]]))
  })
})
