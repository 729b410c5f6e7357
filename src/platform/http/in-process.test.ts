import { Readable } from 'node:stream'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { inProcessFetch } from './in-process.ts'

const app = Fastify()
app.get('/who', async (request) => ({ host: request.host, ip: request.ip, query: request.query, cookies: request.headers.cookie ?? null }))
app.get('/large', async (_request, reply) => reply.type('text/csv').send(Readable.from(Array.from({ length: 1000 }, (_, n) => `${n}\n`))))
app.get('/broken', async (_request, reply) =>
  reply.type('text/csv').send(
    Readable.from(
      (async function* () {
        yield 'first\n'
        throw new Error('the database is gone')
      })(),
    ),
  ),
)
app.get('/endless', async (_request, reply) => {
  const never = new Readable({ read: () => undefined })
  never.push('first\n')
  return reply.type('text/csv').send(never)
})
afterAll(() => app.close())
const fetch = inProcessFetch(app, 'mirror 7')

test('the application answers itself as it answers a visitor at that host', async () => {
  const answer = await fetch('https://xa.vidu.vn/who?x=1', {})
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ host: 'xa.vidu.vn', ip: 'mirror 7', query: { x: '1' }, cookies: null })
  expect((await fetch('https://xa.vidu.vn/nowhere', {})).status).toBe(404)
})

test('a body that is not wanted is given up quietly', async () => {
  for (const path of ['nowhere', 'large', 'broken']) await (await fetch(`http://x/${path}`, {})).body?.cancel()
  expect((await fetch('http://x/who', {})).status).toBe(200)
})

test('a large file comes whole', async () => {
  const lines = (await (await fetch('http://x/large', {})).text()).split('\n')
  expect([lines.length, lines[999]]).toEqual([1001, '999'])
})

test('a file that breaks off is never taken for the whole', async () => {
  const answer = await fetch('http://x/broken', {})
  await expect(answer.text()).rejects.toThrow()
})

test('an answer that does not end is broken off, and one that has ended is not touched by it', async () => {
  const stop = new AbortController()
  const whole = await fetch('http://x/large', { signal: stop.signal })
  expect(await whole.text()).toHaveLength(3890)
  const endless = await fetch('http://x/endless', { signal: stop.signal })
  const reading = endless.text()
  stop.abort()
  await expect(reading).rejects.toThrow()
})
