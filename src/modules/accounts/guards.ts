import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import type { Actor, Role } from './accounts.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `requireRole`: a page answers with the sign-in form in place of 401. */
    signInNeeded: boolean
  }
}

export function hasRole(actor: Actor | null, ...roles: Role[]): boolean {
  return actor?.roles.some((role) => roles.includes(role)) ?? false
}

/** Whoever is signed in; else 401 in the API, and the sign-in page elsewhere. */
export function requireActor(request: FastifyRequest): Actor {
  if (request.actor) return request.actor
  request.signInNeeded = true
  throw new DomainError('not_signed_in', 401)
}

/** The actor with one of these roles; 401 or the sign-in page when not signed in, 403 when of another role. */
export function requireRole(request: FastifyRequest, roles: readonly Role[]): Actor {
  const actor = requireActor(request)
  if (!hasRole(actor, ...roles)) throw new DomainError('role_forbidden', 403)
  return actor
}
