import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { isCivilDate } from '../../shared/civil-date.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import { tokenFingerprint } from '../../shared/secret.ts'
import type { Scope } from '../accounts/index.ts'
import type { Appointment, AppointmentStatus, Filer } from './appointment.ts'
import './appointments.table.ts'

export const appointmentColumns = [
  'id',
  'code',
  'status',
  'version',
  'subject',
  'words',
  'wanted_on as wantedOn',
  'wanted_part as wantedPart',
  'on_date as on',
  'part',
  'at',
  'place',
  'asked_at as askedAt',
  'asked_on as askedOn',
  'held_on as heldOn',
  'promised_on as promisedOn',
] as const

/** Column of each fact that an act may change. */
const columnOf = {
  status: 'status',
  version: 'version',
  on: 'on_date',
  part: 'part',
  at: 'at',
  place: 'place',
  heldOn: 'held_on',
  promisedOn: 'promised_on',
} as const satisfies Partial<Record<keyof Appointment, string>>

type WithHash = Appointment & { secretHash: Buffer }

export function findByCode(db: Db, scope: Scope, code: string): Promise<WithHash | undefined> {
  return db
    .selectFrom('appointments')
    .select([...appointmentColumns, 'secret_hash as secretHash'])
    .where('authority_id', '=', scope.authorityId)
    .where('code', '=', code)
    .executeTakeFirst()
}

export function findByToken(db: Db, scope: Scope, clientToken: string): Promise<WithHash | undefined> {
  return db
    .selectFrom('appointments')
    .select([...appointmentColumns, 'secret_hash as secretHash'])
    .where('authority_id', '=', scope.authorityId)
    .where('client_token', '=', tokenFingerprint(clientToken))
    .executeTakeFirst()
}

export function lockAppointment(trx: Trx, scope: Scope, id: string): Promise<Appointment | undefined> {
  return trx
    .selectFrom('appointments')
    .select(appointmentColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function saveAppointment(trx: Trx, scope: Scope, appointment: Appointment, set: Partial<Appointment>): Promise<Appointment> {
  const changed = Object.fromEntries(Object.entries(set).map(([fact, value]) => [columnOf[fact as keyof typeof columnOf], value]))
  await trx
    .updateTable('appointments')
    .set(changed)
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', appointment.id)
    .execute()
  return { ...appointment, ...set }
}

export function findFiler(db: Db, scope: Scope, appointmentId: string): Promise<Filer | undefined> {
  return db
    .selectFrom('appointment_filers')
    .select(['name', 'phone'])
    .where('authority_id', '=', scope.authorityId)
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst()
}

const checks = [isCivilDate, (at: string) => /^\d\d:\d\d$/.test(at), isUuid]

/** Officers' list by day and time, of one status or of all. */
export async function listAppointments(
  db: Db,
  scope: Scope,
  status: AppointmentStatus | null,
  after: string | null,
  limit: number,
): Promise<Page<Appointment>> {
  let query = db.selectFrom('appointments').select(appointmentColumns).where('authority_id', '=', scope.authorityId)
  if (status) query = query.where('status', '=', status)
  if (after) {
    const [on, at, id] = decodeCursor(after, checks)
    query = query.where(sql<boolean>`(on_date, at, id) > (${on}::date, ${at}, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('on_date')
    .orderBy('at')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ on, at, id }) => [on, at, id])
}
