import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import type { Role, Scope, StaffMember } from './accounts.ts'
import './accounts.table.ts'

/** What an administrator sees of a person. */
export interface StaffRecord extends StaffMember {
  deactivatedAt: Date | null
  twoFactor: boolean
  passwordIsTemporary: boolean
  /** Work address, for reminders. */
  email: string | null
}

function staffQuery(db: Db, scope: Scope) {
  return db
    .selectFrom('staff')
    .innerJoin('auth_users', 'auth_users.id', 'staff.person_id')
    .where('staff.authority_id', '=', scope.authorityId)
    .select([
      'staff.person_id',
      'auth_users.username',
      'auth_users.name',
      'staff.unit_id',
      'staff.roles',
      'staff.valid_from',
      'staff.valid_to',
      'staff.deactivated_at',
      'staff.email',
      'auth_users.two_factor_enabled',
      'auth_users.password_is_temporary',
    ])
}

type StaffRow = Awaited<ReturnType<ReturnType<typeof staffQuery>['execute']>>[number]

function toRecord(row: StaffRow): StaffRecord {
  return {
    personId: row.person_id,
    username: row.username,
    name: row.name,
    unitId: row.unit_id,
    roles: row.roles,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    deactivatedAt: row.deactivated_at,
    twoFactor: row.two_factor_enabled,
    passwordIsTemporary: row.password_is_temporary,
    email: row.email,
  }
}

export interface StaffFilter {
  unitId?: string
  role?: Role
  /** Only those whose work covers this day and who are not closed. */
  on?: CivilDate
}

/** People of the office by name; residents only when asked for by that role. */
export async function listStaff(db: Db, scope: Scope, { unitId, role, on }: StaffFilter = {}): Promise<StaffMember[]> {
  let query = staffQuery(db, scope)
  query = role ? query.where(sql<boolean>`${role} = any (staff.roles)`) : query.where(sql<boolean>`not 'resident' = any (staff.roles)`)
  if (unitId) query = query.where('staff.unit_id', '=', unitId)
  if (on) {
    query = query
      .where('staff.deactivated_at', 'is', null)
      .where('staff.valid_from', '<=', on)
      .where((or) => or.or([or('staff.valid_to', 'is', null), or('staff.valid_to', '>=', on)]))
  }
  return (await query.orderBy('auth_users.name').orderBy('staff.person_id').execute()).map(toRecord)
}

/** Everybody with an account here, for the administrator. */
export async function listPeople(db: Db, scope: Scope): Promise<StaffRecord[]> {
  return (await staffQuery(db, scope).orderBy('auth_users.name').orderBy('staff.person_id').execute()).map(toRecord)
}

export async function findStaff(db: Db, scope: Scope, personId: string): Promise<StaffRecord | undefined> {
  const row = await staffQuery(db, scope).where('staff.person_id', '=', personId).executeTakeFirst()
  return row && toRecord(row)
}

/** Names for showing who did what; people of any authority, and those who left. */
export async function findPeople(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('auth_users')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

export interface Place {
  roles: readonly Role[]
  unitId: string | null
  validFrom: CivilDate
  validTo: CivilDate | null
}

/** Gives a person a place in this authority, or changes it. */
export async function setPlace(trx: Trx, scope: Scope, personId: string, place: Place): Promise<void> {
  const values = { unit_id: place.unitId, roles: [...place.roles], valid_from: place.validFrom, valid_to: place.validTo }
  await trx
    .insertInto('staff')
    .values({ authority_id: scope.authorityId, person_id: personId, ...values, deactivated_at: null })
    .onConflict((conflict) => conflict.columns(['authority_id', 'person_id']).doUpdateSet(values))
    .execute()
}

export async function setRoles(trx: Trx, scope: Scope, personId: string, roles: readonly Role[]): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('staff')
    .set({ roles: [...roles] })
    .where('authority_id', '=', scope.authorityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotFound()
}

/** How many other administrators can still sign in on that day. The rows are locked, so that two cannot leave at once. */
export async function otherAdministrators(trx: Trx, scope: Scope, personId: string, on: CivilDate): Promise<number> {
  const rows = await trx
    .selectFrom('staff')
    .select('person_id')
    .where('authority_id', '=', scope.authorityId)
    .where(sql<boolean>`'administrator' = any (roles)`)
    .where('deactivated_at', 'is', null)
    .where('valid_from', '<=', on)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', on)]))
    .orderBy('person_id')
    .forUpdate()
    .execute()
  return rows.filter((row) => row.person_id !== personId).length
}
