import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../tests/support/database.ts'
import { createServer } from './http/index.ts'
import { createRenderCache, type RenderCache } from './render-cache.ts'

const { url, pool } = await testDatabase()
const headers = { 'x-content-type-options': 'nosniff' }
const quiet = { warn: () => undefined }

/** One process of two: a page that counts how often it was drawn. */
async function aProcess() {
  const cache: RenderCache = createRenderCache(url, headers, quiet)
  await cache.listen()
  let drawn = 0
  const app = await createServer({
    appKey: Buffer.alloc(32),
    publicUrl: null,
    trustedProxies: [],
    logger: false,
    answer: cache.answer,
    errorText: { vi: {}, en: {} },
    errorPage: async (_request, reply, problem) => reply.send(problem.detail),
  })
  app.decorateRequest('scope')
  app.addHook('onRequest', async (request) => {
    request.scope = { authorityId: 1 }
  })
  app.get('/trang', (request, reply) =>
    cache.send(request, reply, { key: 'trang', tags: ['a'], render: async () => `${request.lang} ${++drawn} ${'đ'.repeat(2000)}` }),
  )
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    cache,
    base,
    drawn: () => drawn,
    get: (path = '/trang', init: RequestInit = {}) => fetch(`${base}${path}`, init),
    close: () => app.close().then(() => cache.close()),
  }
}

let one: Awaited<ReturnType<typeof aProcess>>
let other: Awaited<ReturnType<typeof aProcess>>
beforeAll(async () => {
  one = await aProcess()
  other = await aProcess()
})
afterAll(async () => {
  await one.close()
  await other.close()
})

describe('a kept page', () => {
  test('is drawn once, and the second answer is the first, byte for byte and header for header', async () => {
    const first = await one.get()
    const again = await one.get()
    expect(await again.text()).toBe(await first.text())
    expect(one.drawn()).toBe(1)
    const compared = ['content-type', 'etag', 'cache-control', 'vary', 'content-encoding', 'x-content-type-options']
    expect(compared.map((name) => again.headers.get(name))).toEqual(compared.map((name) => first.headers.get(name)))
  })

  test('is not sent again to who has it, and comes plain to who cannot unpack it', async () => {
    const etag = (await one.get()).headers.get('etag')!
    expect((await one.get('/trang', { headers: { 'if-none-match': etag } })).status).toBe(304)
    const plain = await one.get('/trang', { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toContain('đđđ')
  })

  test('is another one in the other language, and for another address', async () => {
    expect((await (await one.get('/en/trang')).text()).startsWith('en ')).toBe(true)
    expect((await (await one.get()).text()).startsWith('vi ')).toBe(true)
  })

  test('is answered to GET alone', async () => {
    expect((await one.get('/trang', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(405)
  })

  test('is drawn anew at once where the change was made, and soon in the other process', async () => {
    await other.get()
    const drawnThere = other.drawn()
    const before = await (await one.get()).text()
    one.cache.drop(['b'])
    expect(await (await one.get()).text(), 'another tag drops nothing').toBe(before)
    one.cache.drop(['a'])
    expect(await (await one.get()).text()).not.toBe(before)
    await expect.poll(async () => other.get().then(() => other.drawn()), { timeout: 5_000 }).toBeGreaterThan(drawnThere)
  })

  test('is heard of again after the connection was cut, and what was kept meanwhile is forgotten', async () => {
    const before = await (await other.get()).text()
    const { rowCount } = await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
    )
    expect(rowCount).toBeGreaterThanOrEqual(2)
    const listeners = async () =>
      (await pool.query(`select 1 from pg_stat_activity where query like 'listen %' and datname = current_database()`)).rowCount
    await expect.poll(listeners, { timeout: 10_000 }).toBe(2)
    await expect.poll(async () => (await other.get()).text(), { timeout: 5_000 }).not.toBe(before)
    await other.get()
    const drawnThere = other.drawn()
    one.cache.drop(['a'])
    await expect.poll(async () => other.get().then(() => other.drawn()), { timeout: 5_000 }).toBeGreaterThan(drawnThere)
  })
})
