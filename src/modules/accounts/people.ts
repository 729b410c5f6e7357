import type { Trx } from '../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import type { Role, Scope } from './accounts.ts'
import type { Auth } from './auth.ts'
import { setPlace } from './staff-repository.ts'
import { normalUsername } from './username.ts'
import './accounts.table.ts'

/** All that is needed of the sign-in library to make a person. */
export type Hasher = Pick<Auth, 'hash'>

export interface NewPerson {
  username: string
  name: string
  password: string
  roles: readonly Role[]
  unitId?: string | null
  validFrom?: CivilDate
  validTo?: CivilDate | null
  /** The person must choose another password before doing anything. */
  passwordIsTemporary?: boolean
}

/**
 * Makes a person with a password and a place in the authority; gives the id.
 * Written into the library's tables directly: its own sign-up cannot join our transaction.
 * @throws DomainError username_taken (409)
 */
export async function createPerson(trx: Trx, scope: Scope, hasher: Hasher, person: NewPerson): Promise<string> {
  const id = newId()
  const hashed = await hasher.hash(person.password)
  const made = await trx
    .insertInto('auth_users')
    .values({
      id,
      username: normalUsername(person.username),
      name: person.name,
      email: `${id}@nobody.invalid`,
      password_is_temporary: person.passwordIsTemporary ?? false,
    })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) throw new DomainError('username_taken', 409)
  await trx
    .insertInto('auth_accounts')
    .values({ id: newId(), user_id: id, account_id: id, provider_id: 'credential', password: hashed })
    .execute()
  await setPlace(trx, scope, id, {
    roles: person.roles,
    unitId: person.unitId ?? null,
    validFrom: person.validFrom ?? civilDateOf(new Date()),
    validTo: person.validTo ?? null,
  })
  return id
}

export async function renamePerson(trx: Trx, personId: string, name: string): Promise<void> {
  await trx.updateTable('auth_users').set({ name, updated_at: new Date() }).where('id', '=', personId).where('name', '<>', name).execute()
}

/** A new password; every session of the person ends, but for `keepSessionId`. */
export async function setPassword(
  trx: Trx,
  hasher: Hasher,
  personId: string,
  password: string,
  { temporary = false, keepSessionId = '' }: { temporary?: boolean; keepSessionId?: string } = {},
): Promise<void> {
  const hashed = await hasher.hash(password)
  await trx
    .updateTable('auth_accounts')
    .set({ password: hashed, updated_at: new Date() })
    .where('user_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .execute()
  await trx.updateTable('auth_users').set({ password_is_temporary: temporary, updated_at: new Date() }).where('id', '=', personId).execute()
  await endSessions(trx, personId, keepSessionId)
}

/** Takes the authenticator away, for a person who lost it. */
export async function resetTwoFactor(trx: Trx, personId: string): Promise<void> {
  await trx.deleteFrom('auth_two_factors').where('user_id', '=', personId).execute()
  await trx.deleteFrom('auth_used_codes').where('user_id', '=', personId).execute()
  await trx.updateTable('auth_users').set({ two_factor_enabled: false, updated_at: new Date() }).where('id', '=', personId).execute()
  await endSessions(trx, personId)
}

/** Ends a person's sessions at once, but for `keepSessionId`. */
export async function endSessions(trx: Trx, personId: string, keepSessionId = ''): Promise<void> {
  await trx.deleteFrom('auth_sessions').where('user_id', '=', personId).where('id', '<>', keepSessionId).execute()
}

/** Closes or opens a person's place here; closing ends the sessions at once. */
export async function setActive(trx: Trx, scope: Scope, personId: string, active: boolean, now: Date): Promise<void> {
  await trx
    .updateTable('staff')
    .set({ deactivated_at: active ? null : now })
    .where('authority_id', '=', scope.authorityId)
    .where('person_id', '=', personId)
    .execute()
  if (!active) await endSessions(trx, personId)
}
