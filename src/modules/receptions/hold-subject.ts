import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { lockEntry } from './entry-repository.ts'
import './receptions.table.ts'

/** `12/2026`: number and year, as the book has it. */
const form = /^(\d{1,6})\/(\d{4})$/

/** A line of the reception book as something that can be held. */
export const receptionSubject = {
  find: async (db: Db, scope: Scope, code: string): Promise<{ id: string; code: string } | undefined> => {
    const [, number, year] = form.exec(code) ?? []
    if (!number) return undefined
    const row = await db
      .selectFrom('reception_entries')
      .select('id')
      .where('authority_id', '=', scope.authorityId)
      .where('year', '=', Number(year))
      .where('number', '=', Number(number))
      .where('status', '=', 'written')
      .executeTakeFirst()
    return row && { id: row.id, code: `${Number(number)}/${year}` }
  },
  lock: (trx: Trx, scope: Scope, id: string) => lockEntry(trx, scope, id),
}
