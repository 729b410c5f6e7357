import type { FastifyRequest } from 'fastify'
import { DomainError, NotFound } from '../shared/errors.ts'
import { secretMatches } from '../shared/secret.ts'
import { allow, type Bucket } from './rate-limit.ts'

/** Secrets that did not fit, per address: far above what people mistype, far below what guessing needs. */
const wrongSecrets: Bucket = { burst: 60, perSecond: 1 }

/**
 * Whether the caller holds the secret of what was asked for; false when none was given.
 * @param hash of the matter's secret; undefined when there is no such matter
 * @throws NotFound when the secret does not fit: unknown and wrong look the same · too_many_requests 429
 */
export function checkSecret(request: FastifyRequest, secret: string | null, hash: Buffer | undefined): boolean {
  if (secret === null) return false
  if (hash !== undefined && secretMatches(secret, hash)) return true
  if (!allow(`secret:${request.ip}`, wrongSecrets)) throw new DomainError('too_many_requests', 429)
  throw new NotFound()
}

/** The secret that came with an API call; null when none came. */
export function secretHeader(request: FastifyRequest, name: string): string | null {
  const header = request.headers[name]
  return (Array.isArray(header) ? header[0] : header) ?? null
}
