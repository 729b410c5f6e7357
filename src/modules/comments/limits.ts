import type { FastifyRequest } from 'fastify'
import { allow, type Bucket } from '../../platform/rate-limit.ts'
import { DomainError } from '../../shared/errors.ts'

/** Of one reader: a few in a row, then one a minute. */
const ofReader: Bucket = { burst: 5, perSecond: 1 / 60 }
/** Of one address: a whole office or a school may sit behind it. */
const ofAddress: Bucket = { burst: 60, perSecond: 1 }
/** Programs without a cookie are told apart by their address alone. */
const readerOf = (request: FastifyRequest) => request.actor?.personId ?? request.browserKey()

/** @throws DomainError comment_too_often 429 */
export function limitSending(request: FastifyRequest): void {
  const reader = readerOf(request)
  if (reader && !allow(`comment:${reader}`, ofReader)) throw new DomainError('comment_too_often', 429)
  if (!allow(`comment:${request.ip}`, ofAddress)) throw new DomainError('comment_too_many', 429)
}
