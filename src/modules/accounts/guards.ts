import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import type { Actor, Role } from './accounts.ts'
import './request.ts'

export function hasRole(actor: Actor | null, ...roles: Role[]): boolean {
  return actor?.roles.some((role) => roles.includes(role)) ?? false
}

/** Whoever is signed in; else 401 in the API, and the sign-in page elsewhere. */
export function requireActor(request: FastifyRequest): Actor {
  if (request.actor) return request.actor
  request.detour = 'signIn'
  throw new DomainError('not_signed_in', 401)
}

/** The actor with one of these roles; 401 or the sign-in page when not signed in, 403 when of another role. */
export function requireRole(request: FastifyRequest, roles: readonly Role[]): Actor {
  const actor = requireActor(request)
  if (request.passwordIsTemporary) {
    request.detour = 'password'
    throw new DomainError('password_change_needed', 403)
  }
  if (!hasRole(actor, ...roles)) throw new DomainError('forbidden', 403)
  return actor
}
