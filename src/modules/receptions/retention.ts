import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { eraseHistoryWords } from '../history/index.ts'
import { matterOf } from './entry.ts'
import { forgetEntry } from './erase-person.ts'
import './receptions.table.ts'

/** The rule `reception.people`: who came and what was said; the line, its number and its figures stay. */
export const receptionRetention = {
  list: async (db: Db, scope: Scope, until: CivilDate, after: string | null, limit: number) => {
    let query = db
      .selectFrom('reception_entries')
      .select(['id as key', sql<string>`received_on || ' ' || number || ' ' || id`.as('cursor')])
      .where('authority_id', '=', scope.authorityId)
      .where('status', '=', 'written')
      .where('received_on', '<=', until)
    if (after) {
      const [on, number, id] = after.split(' ')
      query = query.where(sql<boolean>`(received_on, number, id) > (${on}::date, ${number}::integer, ${id}::uuid)`)
    }
    return query.orderBy('received_on').orderBy('number').orderBy('id').limit(limit).execute()
  },

  find: async (db: Db, scope: Scope, id: string, lock: boolean) => {
    let query = db
      .selectFrom('reception_entries')
      .select(['year', 'number', 'received_on as restedOn', 'matter_type as matterType', 'matter_id as matterId'])
      .where('authority_id', '=', scope.authorityId)
      .where('id', '=', id)
      .where('status', '=', 'written')
    if (lock) query = query.forUpdate()
    const row = await query.executeTakeFirst()
    if (!row) return undefined
    const { year, number, restedOn, matterType, matterId } = row
    return {
      matter: matterOf({ id }),
      // A line of an open case stays whole.
      linked: matterType && matterId ? [{ type: matterType, id: matterId }] : [],
      code: `${number}/${year}`,
      restedOn,
      email: null,
      n: 1,
    }
  },

  erase: async (trx: Trx, scope: Scope, id: string): Promise<void> => {
    await forgetEntry(trx, scope, id)
    await eraseHistoryWords(trx, scope, matterOf({ id }))
    await trx
      .updateTable('reception_entries')
      .set((row) => ({ status: 'erased', version: row('version', '+', 1) }))
      .where('authority_id', '=', scope.authorityId)
      .where('id', '=', id)
      .execute()
  },

  tags: () => [],
}
