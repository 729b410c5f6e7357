import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { noticePersonalData } from '../notices/index.ts'
import { type AppointmentStatus, matterOf } from './appointment.ts'
import { eraseAppointment } from './personal-data.ts'
import { text } from './text.ts'
import './appointments.table.ts'

function appointmentsIn(statuses: readonly AppointmentStatus[], standing: string | null) {
  return {
    list: async (db: Db, scope: Scope, until: CivilDate, after: string | null, limit: number) => {
      let query = db
        .selectFrom('appointments')
        .select(['id as key', sql<string>`on_date || ' ' || id`.as('cursor')])
        .where('authority_id', '=', scope.authorityId)
        .where('erased_at', 'is', null)
        .where('status', 'in', [...statuses])
        .where('on_date', '<=', until)
      if (after) {
        const [on, id] = after.split(' ')
        query = query.where(sql<boolean>`(on_date, id) > (${on}::date, ${id}::uuid)`)
      }
      return query.orderBy('on_date').orderBy('id').limit(limit).execute()
    },

    find: async (db: Db, scope: Scope, id: string, lock: boolean) => {
      let query = db
        .selectFrom('appointments')
        .select(['code', 'status', 'on_date as on', 'held_on as heldOn', 'promised_on as promisedOn'])
        .where('authority_id', '=', scope.authorityId)
        .where('id', '=', id)
        .where('status', 'in', [...statuses])
        .where('erased_at', 'is', null)
      if (lock) query = query.forUpdate()
      const row = await query.executeTakeFirst()
      if (!row) return undefined
      const filer = await db
        .selectFrom('appointment_filers')
        .select('account_id as accountId')
        .where('authority_id', '=', scope.authorityId)
        .where('appointment_id', '=', id)
        .executeTakeFirst()
      return {
        matter: matterOf({ id }),
        linked: filer?.accountId ? [{ type: 'account', id: filer.accountId }] : [],
        code: row.code,
        // What was promised at the meeting keeps it until then.
        restedOn: [row.on, row.heldOn, row.promisedOn]
          .filter((day): day is CivilDate => day !== null)
          .toSorted()
          .at(-1)!,
        standing: { type: 'appointment', kind: 'appointment', status: standing ?? row.status },
        email: null,
        n: 1,
      }
    },

    erase: async (trx: Trx, scope: Scope, id: string, { now }: { now: Date }): Promise<void> => {
      await eraseAppointment(trx, scope, id, now, text.vi.erasedInTime)
      await noticePersonalData.erase(trx, scope, matterOf({ id }))
    },

    tags: () => [],
  }
}

/** The rules `appointment.past` and `appointment.unconfirmed`: whose day went by without an answer is open no more. */
export const appointmentRetention = {
  past: appointmentsIn(['held', 'cancelled'], null),
  unconfirmed: appointmentsIn(['asked', 'confirmed'], 'lapsed'),
}
