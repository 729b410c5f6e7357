import type { Trx } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { audit } from '../../history/index.ts'
import type { Actor, Role, Scope } from '../accounts.ts'
import type { Auth } from '../auth.ts'
import { generatePassword } from '../passwords.ts'
import { createPerson, endSessions, renamePerson, resetTwoFactor, setActive, setPassword } from '../people.ts'
import { findStaff, otherAdministrators, type StaffRecord, setPlace } from '../staff-repository.ts'
import { findUnit } from '../unit-repository.ts'
import { setWorkEmail } from '../work-mail.ts'
import type { PersonInput } from './admin-inputs.ts'

/** Each act of administration is one transaction with its row in the audit. */
interface By {
  scope: Scope
  actor: Actor
  today: CivilDate
  now: Date
}

/** Roles whose work belongs to a unit. */
const unitRoles: readonly Role[] = ['caseOfficer', 'unitHead']

/** @throws DomainError resident_stands_alone, unit_needed, unknown_unit, place_ends_before_start (409) */
async function checkPlace(trx: Trx, { scope }: By, place: PersonInput): Promise<void> {
  if (place.roles.includes('resident') && place.roles.length > 1) throw new DomainError('resident_stands_alone', 409)
  if (place.roles.some((role) => unitRoles.includes(role)) && !place.unitId) throw new DomainError('unit_needed', 409)
  if (place.unitId && !(await findUnit(trx, scope, place.unitId))) throw new DomainError('unknown_unit', 409)
  if (place.validTo && place.validTo < place.validFrom) throw new DomainError('place_ends_before_start', 409)
}

/** An authority is never left without somebody who can sign in and administer it. */
async function keepAnAdministrator(trx: Trx, { scope, today }: By, personId: string, stays: boolean): Promise<void> {
  if (!stays && (await otherAdministrators(trx, scope, personId, today)) === 0) throw new DomainError('last_administrator', 409)
}

async function getStaff(trx: Trx, { scope }: By, personId: string): Promise<StaffRecord> {
  const person = await findStaff(trx, scope, personId)
  if (!person) throw new NotFound()
  return person
}

/** @returns the new person's id and the password that is shown once */
export async function addPerson(auth: Auth, by: By, input: PersonInput & { username: string }) {
  const password = generatePassword()
  const personId = await auth.db.transaction().execute(async (trx) => {
    await checkPlace(trx, by, input)
    const id = await createPerson(trx, by.scope, auth, { ...input, password, passwordIsTemporary: true })
    await setWorkEmail(trx, by.scope, id, input.email)
    await audit(trx, by.scope, by.actor, 'person.added', null, { personId: id, roles: input.roles, unitId: input.unitId })
    return id
  })
  return { personId, password }
}

export async function changePerson(auth: Auth, by: By, personId: string, input: PersonInput): Promise<void> {
  await auth.db.transaction().execute(async (trx) => {
    const before = await getStaff(trx, by, personId)
    await checkPlace(trx, by, input)
    const stays = input.roles.includes('administrator') && input.validFrom <= by.today && (!input.validTo || input.validTo >= by.today)
    if (before.roles.includes('administrator')) await keepAnAdministrator(trx, by, personId, stays)
    await setPlace(trx, by.scope, personId, input)
    await renamePerson(trx, personId, input.name)
    await setWorkEmail(trx, by.scope, personId, input.email)
    await audit(trx, by.scope, by.actor, 'person.changed', null, {
      personId,
      roles: input.roles,
      unitId: input.unitId,
      validFrom: input.validFrom,
      validTo: input.validTo,
      // Never the names themselves: the audit outlives them.
      renamed: before.name !== input.name,
      emailChanged: before.email !== input.email,
      rolesBefore: before.roles,
      unitIdBefore: before.unitId,
    })
  })
}

/** Closes an account at once, or opens it again. */
export async function setOpen(auth: Auth, by: By, personId: string, open: boolean): Promise<void> {
  await auth.db.transaction().execute(async (trx) => {
    const before = await getStaff(trx, by, personId)
    if (!open && before.roles.includes('administrator')) await keepAnAdministrator(trx, by, personId, false)
    await setActive(trx, by.scope, personId, open, by.now)
    await audit(trx, by.scope, by.actor, open ? 'person.opened' : 'person.closed', null, { personId })
  })
}

/** @returns the temporary password, shown once */
export async function renewPassword(auth: Auth, by: By, personId: string): Promise<{ person: StaffRecord; password: string }> {
  const password = generatePassword()
  const person = await auth.db.transaction().execute(async (trx) => {
    const found = await getStaff(trx, by, personId)
    await setPassword(trx, auth, personId, password, { temporary: true })
    await audit(trx, by.scope, by.actor, 'person.passwordReset', null, { personId })
    return found
  })
  return { person, password }
}

export async function removeTwoFactor(auth: Auth, by: By, personId: string): Promise<void> {
  await auth.db.transaction().execute(async (trx) => {
    await getStaff(trx, by, personId)
    await resetTwoFactor(trx, personId)
    await endSessions(trx, personId)
    await audit(trx, by.scope, by.actor, 'person.twoFactorReset', null, { personId })
  })
}
