import type { FastifyRequest } from 'fastify'
import { normaliseCode } from '../../platform/code-numbers.ts'
import type { Db } from '../../platform/database.ts'
import { checkSecret } from '../../platform/secret-check.ts'
import { NotFound } from '../../shared/errors.ts'
import type { DataRequest } from './data-request.ts'
import { findByCode } from './data-request-repository.ts'
import type { DataRequestRole } from './lifecycle.ts'
import { rolesOn } from './rules.ts'

export interface Access {
  request: DataRequest
  roles: ReadonlySet<DataRequestRole>
}

/**
 * The request behind a code, with what this caller is towards it.
 * @throws NotFound when unknown, hidden, or when the secret does not fit: all look the same · too_many_requests 429
 */
export async function findAccess(db: Db, http: FastifyRequest, code: string, secret: string | null): Promise<Access> {
  const found = await findByCode(db, http.scope, normaliseCode(code))
  const holdsSecret = checkSecret(http, secret, found?.secretHash)
  const roles = found && rolesOn(http.actor, holdsSecret)
  if (!found || !roles) throw new NotFound()
  const { secretHash: _, ...request } = found
  return { request, roles }
}

/** The same, for reading: a colleague without a part in it learns only by acting that it is not theirs. */
export async function findReadable(db: Db, http: FastifyRequest, code: string, secret: string | null): Promise<Access> {
  const access = await findAccess(db, http, code, secret)
  if (access.roles.size === 0) throw new NotFound()
  return access
}
