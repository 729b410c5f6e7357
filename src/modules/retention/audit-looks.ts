import type { Db, Trx } from '../../platform/database.ts'
import { addDays, type CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { countLooks, eraseLooks, listLookMonths } from '../history/index.ts'
import { addMonths } from './decide.ts'
import type { RetentionSource } from './source.ts'
import './retention.table.ts'

const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/

/** The rule `audit.looks`: whole months of the list of looks; lines about matters that are held stay. */
export const auditLooks: RetentionSource = {
  list: async (db, scope, until, after, limit) =>
    (await listLookMonths(db, scope, until, after, limit)).map((month) => ({ key: month, cursor: month })),

  find: async (db, scope, month) => {
    if (!isMonth.test(month)) return undefined
    const n = await countLooks(db, scope, month, await heldMatters(db, scope))
    if (n === 0) return undefined
    return { matter: null, code: month, restedOn: addDays(addMonths(`${month}-01` as CivilDate, 1), -1), email: null, n }
  },

  erase: async (trx: Trx, scope: Scope, month: string) => eraseLooks(trx, scope, month, await heldMatters(trx, scope)),

  tags: () => [],
}

async function heldMatters(db: Db, scope: Scope): Promise<string[]> {
  const rows = await db
    .selectFrom('retention_holds')
    .select('matter_id as id')
    .where('authority_id', '=', scope.authorityId)
    .where('lifted_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
