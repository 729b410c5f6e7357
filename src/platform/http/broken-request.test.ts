import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { aSite } from './test-site.ts'

const app = await aSite()

describe('bytes that are no request', () => {
  const address = app.listen({ port: 0, host: '127.0.0.1' })
  async function raw(bytes: string | Buffer): Promise<string> {
    const port = Number(new URL(await address).port)
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
      let answer = ''
      socket.setEncoding('utf8').on('data', (part) => (answer += part))
      socket.on('error', reject)
      socket.on('close', () => resolve(answer))
    })
  }
  const post = (headers: string, body = '') =>
    raw(
      `POST /api/v1/things HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nconnection: close\r\n${headers}\r\n\r\n${body}`,
    )

  test.each<[string, string, RegExp]>([
    ['noise', 'xyz\r\n\r\n', /^HTTP\/1.1 400/],
    ['TLS to a plain port', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', /^HTTP\/1.1 400/],
    ['a space in the path', 'GET /a b HTTP/1.1\r\nhost: x\r\n\r\n', /^HTTP\/1.1 400/],
    ['a header without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`, /^HTTP\/1.1 431/],
    ['a path without end', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, /^HTTP\/1.1 431/],
    ['a line break in a header', 'GET / HTTP/1.1\r\nhost: x\r\nx: a\rb\r\n\r\n', /^HTTP\/1.1 400/],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', /^HTTP\/1.1 400/],
    [
      'a length and pieces',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      /^HTTP\/1.1 400/,
    ],
    ['a length below nothing', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n', /^HTTP\/1.1 400/],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1.1 400/],
  ])('%s gets an answer of ours and the connection is closed', async (_what, bytes, status) => {
    const answer = await raw(bytes)
    expect(answer).toMatch(status)
    if (_what === 'no host') return // answered by Node itself, without a body
    expect(answer).toContain('content-type: application/problem+json')
    expect(answer).toContain("default-src 'none'")
    expect(answer).toMatch(/"detail":".+\."/)
  })

  test('a body in pieces is read as one', async () => {
    expect(await post('transfer-encoding: chunked', '8\r\n{"name":\r\n4\r\n"x"}\r\n0\r\n\r\n')).toContain('{"name":"x"}')
  })
  test('pieces without end are cut off at the limit', async () => {
    const piece = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    expect(await post('transfer-encoding: chunked', `${piece.repeat(8)}0\r\n\r\n`)).toMatch(/^HTTP\/1.1 413/)
  })
  test('a length that promises more than the limit is refused unread', async () => {
    expect(await post('content-length: 99999999', '{}')).toMatch(/^HTTP\/1.1 413/)
  })
  test('bytes beyond ASCII in a path are refused or read, never a fault', async () => {
    const answer = await raw(Buffer.from('GET /\xff\xfe HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 'latin1'))
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d/)
  })
  test.each(['http://evil.vn/', '//evil.vn', '/\\evil.vn', '*'])('the target %s never becomes a link to elsewhere', async (target) => {
    const answer = await raw(`GET ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 (200|404)/)
    expect(answer).not.toMatch(/location:/i)
    if (answer.startsWith('HTTP/1.1 200')) expect(answer).toContain('"path":"/"')
  })
})
