import type { FastifyRequest } from 'fastify'
import { normaliseCode } from '../../platform/code-numbers.ts'
import type { Db } from '../../platform/database.ts'
import { checkSecret, secretHeader as headerOf } from '../../platform/secret-check.ts'
import { NotFound } from '../../shared/errors.ts'
import type { PetitionRole } from './lifecycle.ts'
import { isPublic, type Petition } from './petition.ts'
import { findByCode, type Keys } from './petition-repository.ts'
import { mayKnowOf, readsInOffice, rolesOn } from './rules.ts'
import { normaliseSecret } from './secret.ts'

export { normaliseCode }

export interface Access {
  petition: Petition
  roles: ReadonlySet<PetitionRole>
}

/**
 * The case behind a code, with what this caller is towards it.
 * @throws NotFound when unknown, hidden from this caller, or when the secret does not fit: all look the same · too_many_requests 429
 */
export async function findAccess(db: Db, request: FastifyRequest, code: string, secret: string | null): Promise<Access> {
  const found = await findByCode(db, request.scope, normaliseCode(code))
  const holdsSecret = checkSecret(request, secret, found?.secretHash)
  if (!found) throw new NotFound()
  const { secretHash: _, accountId, ...petition } = found as Petition & Keys
  const { actor } = request
  const roles = rolesOn({ actor, holdsSecret, isAccountOfFiler: actor !== null && accountId === actor.personId }, petition)
  if (!mayKnowOf(actor, roles, petition)) throw new NotFound()
  return { petition, roles }
}

/** The same, for reading: hidden unless public, the filer's, or the reader's own work. */
export async function findReadable(db: Db, request: FastifyRequest, code: string, secret: string | null): Promise<Access> {
  const access = await findAccess(db, request, code, secret)
  if (!isPublic(access.petition) && !access.roles.has('filer') && !readsInOffice(access.roles)) throw new NotFound()
  return access
}

/** The secret that came with an API call; null when none came. */
export function secretHeader(request: FastifyRequest): string | null {
  const value = headerOf(request, 'x-petition-secret')
  return value === null ? null : normaliseSecret(value)
}
