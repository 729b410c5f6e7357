import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import type { Scope } from './accounts.ts'
import { accountCode, accountPersonalData } from './personal-data.ts'
import './accounts.table.ts'

/** Residents whose account was closed and not erased; of nobody who has a place anywhere else. */
function closed(db: Db, scope: Scope) {
  return db
    .selectFrom('staff')
    .innerJoin('auth_users as person', 'person.id', 'staff.person_id')
    .where('staff.authority_id', '=', scope.authorityId)
    .where('staff.deactivated_at', 'is not', null)
    .where(sql<boolean>`'resident' = any (staff.roles)`)
    .where('person.erased_at', 'is', null)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('staff as other')
            .select('other.person_id')
            .whereRef('other.person_id', '=', 'staff.person_id')
            .where('other.authority_id', '<>', scope.authorityId),
        ),
      ),
    )
}

/** The rule `account.closed`. */
export const accountRetention = {
  list: async (db: Db, scope: Scope, until: CivilDate, after: string | null, limit: number) => {
    let query = closed(db, scope)
      .select(['person.id as key', 'person.id as cursor'])
      .where(sql<boolean>`staff.deactivated_at < (${until}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
    if (after) query = query.where('person.id', '>', after)
    return query.orderBy('person.id').limit(limit).execute()
  },

  find: async (db: Db, scope: Scope, id: string, lock: boolean) => {
    let query = closed(db, scope).select('staff.deactivated_at as closedAt').where('person.id', '=', id)
    if (lock) query = query.forUpdate('person')
    const row = await query.executeTakeFirst()
    if (!row?.closedAt) return undefined
    const last = await db
      .selectFrom('sign_ins')
      .select((eb) => eb.fn.max('at').as('at'))
      .where('authority_id', '=', scope.authorityId)
      .where('person_id', '=', id)
      .executeTakeFirst()
    return {
      matter: { type: 'account', id },
      code: accountCode(id),
      restedOn: civilDateOf(row.closedAt),
      touchedOn: last?.at ? civilDateOf(last.at) : null,
      email: null,
      n: 1,
    }
  },

  erase: (trx: Trx, scope: Scope, id: string, { now }: { now: Date }): Promise<void> => accountPersonalData.erase(trx, scope, id, now),

  tags: () => [],
}
