import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { sendFile } from './send-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'congdan-send-'))
const path = join(folder, 'x.zip')
writeFileSync(path, '0123456789')
const etag = '"abc"'
const app = Fastify({ exposeHeadRoutes: false })
app.route({
  method: ['GET', 'HEAD'],
  url: '/x',
  handler: (request, reply) => sendFile(request, reply.type('application/zip'), { path, etag }),
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})
const get = (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') => app.inject({ method, url: '/x', headers })

describe('a file of the disk', () => {
  test('whole', async () => {
    const answer = await get()
    expect([answer.statusCode, answer.body]).toEqual([200, '0123456789'])
    expect(answer.headers).toMatchObject({ 'content-length': '10', 'accept-ranges': 'bytes', etag, 'content-type': 'application/zip' })
  })

  test('its head alone', async () => {
    const answer = await get({ range: 'bytes=0-1' }, 'HEAD')
    expect([answer.statusCode, answer.body, answer.headers['content-length']]).toEqual([200, '', '10'])
  })

  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=-50', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('a part: %s', async (range, body, said) => {
    const answer = await get({ range })
    expect([answer.statusCode, answer.body, answer.headers['content-range']]).toEqual([206, body, said])
    expect(answer.headers['content-length']).toBe(String(body.length))
  })

  test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('a part that it does not have: %s', async (range) => {
    const answer = await get({ range })
    expect([answer.statusCode, answer.body, answer.headers['content-range']]).toEqual([416, '', 'bytes */10'])
  })

  test.each(['bytes=0-1,4-5', 'bytes=5-2', 'lines=1-2', 'bytes=-', 'bytes=a-b'])('what is no part gives the whole: %s', async (range) => {
    expect(await get({ range })).toMatchObject({ statusCode: 200, body: '0123456789' })
  })

  test('a part of another file than began is not put behind it', async () => {
    expect(await get({ range: 'bytes=5-', 'if-range': etag })).toMatchObject({ statusCode: 206, body: '56789' })
    expect(await get({ range: 'bytes=5-', 'if-range': '"old"' })).toMatchObject({ statusCode: 200, body: '0123456789' })
  })

  test('who has it is told so', async () => {
    expect(await get({ 'if-none-match': etag })).toMatchObject({ statusCode: 304, body: '' })
  })
})
