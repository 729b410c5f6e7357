import { open } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface SentFile {
  path: string
  /** With its quotes; strong: the same tag is the same bytes. */
  etag: string
}

/**
 * Sends a file of the disk, or the one part of it that is asked for (RFC 9110 section 14): a broken download goes on where it stopped.
 * Type and caching are the caller's.
 * @throws what opening throws, before anything is sent
 */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, { path, etag }: SentFile): Promise<FastifyReply> {
  // Opened first: what is replaced meanwhile is still read to its end.
  const file = await open(path, 'r')
  const { size } = await file.stat()
  const { range, 'if-range': ifRange, 'if-none-match': known } = request.headers
  const isHead = request.method === 'HEAD'
  const part = isHead || (ifRange !== undefined && ifRange !== etag) ? undefined : partOf(range, size)
  reply.headers({ etag, 'accept-ranges': 'bytes' })
  if (known === etag || part === null || isHead || size === 0) {
    await file.close()
    if (known === etag) return reply.code(304).send()
    if (part === null) return reply.code(416).header('content-range', `bytes */${size}`).removeHeader('content-type').send()
    return reply.header('content-length', size).send(isHead ? undefined : '')
  }
  const { start, end } = part ?? { start: 0, end: size - 1 }
  if (part) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`)
  return reply.header('content-length', end - start + 1).send(file.createReadStream({ start, end }))
}

/** Undefined: the whole file (also where several parts are asked for); null: there is no such part. */
function partOf(header: string | undefined, size: number): { start: number; end: number } | undefined | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < start) return undefined
  return start >= size || (first === '' && Number(last) === 0) ? null : { start, end }
}
