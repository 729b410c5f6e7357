import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import './history.table.ts'

interface Scope {
  authorityId: number
}

/** Month in Vietnam. */
const month = sql<string>`to_char(at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')`
/** Bounds of a month in Vietnam, as instants; the index is by instant. */
const within = (of: string) =>
  sql<boolean>`at >= (${`${of}-01`}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and at < (${`${of}-01`}::date + interval '1 month')::timestamp at time zone 'Asia/Ho_Chi_Minh'`

/** Months with looks that ended on or before a day. */
export async function listLookMonths(db: Db, scope: Scope, until: CivilDate, after: string | null, limit: number): Promise<string[]> {
  let query = db
    .selectFrom('audit_entries')
    .select(month.as('month'))
    .distinct()
    .where('authority_id', '=', scope.authorityId)
    .where('action', '=', 'read')
    .where(sql<boolean>`at < date_trunc('month', ${until}::date + 1) at time zone 'Asia/Ho_Chi_Minh'`)
  if (after) query = query.where(month, '>', after)
  return (await query.orderBy('month').limit(limit).execute()).map((row) => row.month)
}

export async function countLooks(db: Db, scope: Scope, of: string, exceptMatters: readonly string[]): Promise<number> {
  let query = db
    .selectFrom('audit_entries')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('authority_id', '=', scope.authorityId)
    .where('action', '=', 'read')
    .where(within(of))
  if (exceptMatters.length > 0)
    query = query.where((row) => row.or([row('matter_id', 'is', null), row('matter_id', 'not in', [...exceptMatters])]))
  return Number((await query.executeTakeFirstOrThrow()).n)
}

/** Erases a month of looks. The database lets nobody else, and refuses what is not two years old. */
export async function eraseLooks(trx: Trx, scope: Scope, of: string, exceptMatters: readonly string[]): Promise<void> {
  await sql`select set_config('congdan.retention', 'audit.looks', true)`.execute(trx)
  let query = trx.deleteFrom('audit_entries').where('authority_id', '=', scope.authorityId).where('action', '=', 'read').where(within(of))
  if (exceptMatters.length > 0)
    query = query.where((row) => row.or([row('matter_id', 'is', null), row('matter_id', 'not in', [...exceptMatters])]))
  await query.execute()
  await sql`select set_config('congdan.retention', '', true)`.execute(trx)
}
