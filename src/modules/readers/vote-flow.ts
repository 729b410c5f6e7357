import type { FastifyReply, FastifyRequest } from 'fastify'
import { allow, type Bucket } from '../../platform/rate-limit.ts'
import { DomainError } from '../../shared/errors.ts'
import { localPath } from '../../shared/lang.ts'
import { type Reader, readerOf, rememberReader } from './reader.ts'

/** A whole neighbourhood may stand behind one address; a flood does not get through. */
const sending: Bucket = { burst: 120, perSecond: 1 }

/** @throws DomainError too_many_requests 429 */
export function limitSending(request: Pick<FastifyRequest, 'ip'>): void {
  if (!allow(`reader:${request.ip}`, sending)) throw new DomainError('too_many_requests', 429)
}

/**
 * Whoever sends a form. A browser without a token is given one and asked to send the same form again (307), so that a double press
 * is one reader, and a browser that keeps no cookies is told so instead of being counted each time.
 * @returns null when the answer has been given
 * @throws DomainError no_reader 422
 */
export function readerOfForm(
  request: FastifyRequest<{ Querystring: { lan?: string } }>,
  reply: FastifyReply,
  { path, secure }: { path: string; secure: boolean },
): Reader | null {
  const reader = readerOf(request)
  if (reader.token || (reader.accountId && request.query.lan !== undefined)) return reader
  if (request.query.lan !== undefined) throw new DomainError('no_reader', 422)
  rememberReader(request, reply, secure)
  reply.redirect(localPath(request.lang, `${path}?lan=2`), 307)
  return null
}
