import type { FastifyRequest } from 'fastify'
import { allow, type Bucket } from '../../../platform/rate-limit.ts'
import { DomainError } from '../../../shared/errors.ts'

/** A whole office or village behind one address follows dozens of cases a minute; a flood does not get through. */
const byCaller: Bucket = { burst: 60, perSecond: 1 }
/** A street that floods is followed by hundreds in an evening. */
const byCase: Bucket = { burst: 300, perSecond: 1 }

/** @throws DomainError too_many_requests 429 */
export function limitFollowing({ ip }: Pick<FastifyRequest, 'ip'>, petitionId: string): void {
  if (!allow(`follow:${ip}`, byCaller) || !allow(`follow:case:${petitionId}`, byCase)) throw new DomainError('too_many_requests', 429)
}
