import type { Socket } from 'node:net'
import { fixedHeaders } from './headers.ts'
import { text } from './text.ts'

/** What cannot be read as HTTP at all: no request, no language, no page; the same form of answer all the same. */
export function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  // The other side has gone, or has had its answer.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const status = statusOf[error.code ?? ''] ?? 400
  const code = status === 400 ? 'bad_request' : status === 408 ? 'too_slow' : 'too_large'
  const detail = text.vi.errors[code]
  const body = JSON.stringify({ type: 'about:blank', status, code, title: text.vi.titles[status], detail })
  const headers = { ...fixedHeaders, 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'private, no-store' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status]}\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

const statusOf: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }
const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}
