import type { FastifyRequest } from 'fastify'
import { normaliseCode } from '../../platform/code-numbers.ts'
import type { Db } from '../../platform/database.ts'
import { checkSecret } from '../../platform/secret-check.ts'
import { NotFound } from '../../shared/errors.ts'
import type { Appointment } from './appointment.ts'
import { findByCode } from './appointment-repository.ts'
import type { AppointmentRole } from './lifecycle.ts'
import { rolesOn } from './rules.ts'

export interface Access {
  appointment: Appointment
  roles: ReadonlySet<AppointmentRole>
}

/**
 * The appointment behind a code, with what this caller is towards it.
 * @throws NotFound when unknown, hidden, or when the secret does not fit: all look the same · too_many_requests 429
 */
export async function findAccess(db: Db, request: FastifyRequest, code: string, secret: string | null): Promise<Access> {
  const found = await findByCode(db, request.scope, normaliseCode(code))
  const holdsSecret = checkSecret(request, secret, found?.secretHash)
  const roles = found && rolesOn(request.actor, holdsSecret)
  if (!found || !roles) throw new NotFound()
  const { secretHash: _, ...appointment } = found
  return { appointment, roles }
}

/** The same, for reading: a colleague of another office learns only by acting that it is not theirs. */
export async function findReadable(db: Db, request: FastifyRequest, code: string, secret: string | null): Promise<Access> {
  const access = await findAccess(db, request, code, secret)
  if (access.roles.size === 0) throw new NotFound()
  return access
}
