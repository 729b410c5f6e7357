import type { Db, Trx } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import { eraseHistoryWords, listHistory } from '../history/index.ts'
import { eraseMessages, listMessages } from '../messages/index.ts'
import { matterOf } from './appointment.ts'
import { appointmentColumns, findByCode, findFiler, lockAppointment } from './appointment-repository.ts'
import { text } from './text.ts'

/** What is held about who asked for an appointment: to be given, put right, or erased on request. */
export const appointmentPersonalData = {
  find: async (db: Db, scope: Scope, code: string) => {
    const found = await findByCode(db, scope, code)
    const filer = found && (await findAccount(db, scope, found.id))
    return found && { id: found.id, code: found.code, secretHash: found.secretHash, accountId: filer?.accountId ?? null, email: null }
  },

  collect: async (db: Db, scope: Scope, id: string) => ({
    appointment: await db
      .selectFrom('appointments')
      .select(appointmentColumns)
      .where('authority_id', '=', scope.authorityId)
      .where('id', '=', id)
      .executeTakeFirst(),
    filer: await findFiler(db, scope, id),
    messages: (await listMessages(db, scope, matterOf({ id }), { kinds: ['toFiler', 'fromFiler'] })).map(({ kind, body, createdAt }) => ({
      kind,
      at: createdAt,
      words: body,
    })),
    history: (await listHistory(db, scope, matterOf({ id }), ['public', 'filer'])).map(({ seq, type, at, facts, words }) => ({
      seq,
      type,
      at,
      facts,
      words,
    })),
  }),

  lock: async (trx: Trx, scope: Scope, id: string) => {
    const appointment = await lockAppointment(trx, scope, id)
    if (!appointment) throw new NotFound()
    return { type: 'appointment', kind: 'appointment', status: appointment.status }
  },

  /** An appointment knows a name and a number; what else is asked for has nothing to stand in. */
  correct: async (trx: Trx, scope: Scope, id: string, { name, phone }: { name?: string; phone?: string }) => {
    const filer = await findFiler(trx, scope, id)
    if (!filer) throw new NotFound()
    const set = { ...(name ? { name } : {}), ...(phone ? { phone } : {}) }
    if (Object.keys(set).length > 0)
      await trx
        .updateTable('appointment_filers')
        .set(set)
        .where('authority_id', '=', scope.authorityId)
        .where('appointment_id', '=', id)
        .execute()
    return { ...(name ? { name: filer.name } : {}), ...(phone && filer.phone ? { phone: filer.phone } : {}) }
  },

  erase: (trx: Trx, scope: Scope, id: string, now: Date): Promise<void> => eraseAppointment(trx, scope, id, now, text.vi.erased),

  // An appointment is never public, and nobody is written to about it.
  stopUse: async (): Promise<void> => undefined,

  listOfAccount: (db: Db, scope: Scope, accountId: string) =>
    db
      .selectFrom('appointment_filers')
      .innerJoin('appointments', (join) =>
        join
          .onRef('appointments.authority_id', '=', 'appointment_filers.authority_id')
          .onRef('appointments.id', '=', 'appointment_filers.appointment_id'),
      )
      .select(['appointments.id', 'appointments.code'])
      .where('appointment_filers.authority_id', '=', scope.authorityId)
      .where('appointment_filers.account_id', '=', accountId)
      .orderBy('appointments.id')
      .execute(),

  // Nobody is asked for a consent about an appointment.
  codes: async () => new Map<string, string>(),

  tags: () => [],
}

/** @param mark what stands in place of the words */
export async function eraseAppointment(trx: Trx, scope: Scope, id: string, now: Date, mark: string): Promise<void> {
  await trx
    .updateTable('appointments')
    .set({ subject: mark, words: null, erased_at: now })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('appointment_filers').where('authority_id', '=', scope.authorityId).where('appointment_id', '=', id).execute()
  await eraseHistoryWords(trx, scope, matterOf({ id }))
  await eraseMessages(trx, scope, matterOf({ id }))
}

function findAccount(db: Db, scope: Scope, id: string): Promise<{ accountId: string | null } | undefined> {
  return db
    .selectFrom('appointment_filers')
    .select('account_id as accountId')
    .where('authority_id', '=', scope.authorityId)
    .where('appointment_id', '=', id)
    .executeTakeFirst()
}
