import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { ALL_TIME, monthOf } from './figures.ts'
import './visits.table.ts'

interface Scope {
  authorityId: number
}

/** The counters of an earlier portal as they stood. */
export interface EarlierCounters {
  /** Day of which `today` and `month` go on counting. */
  carriedOverOn: CivilDate
  /** Day on which the earlier portal showed them. */
  readOn: CivilDate
  /** Said, never added: who was online then is not online now. */
  online: number
  today: number
  month: number
  total: number
}

/** Goes on where the counters of an earlier portal stood. Once an authority: what is there already stays. @returns false when it stays */
export async function carryOverCounters(trx: Trx, scope: Scope, counters: EarlierCounters): Promise<boolean> {
  const { carriedOverOn, readOn, online, today, month, total } = counters
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('visit_imports')
    .values({ authority_id: scope.authorityId, carried_over_on: carriedOverOn, read_on: readOn, online, today, month, total })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  const periods = [
    { period: 'day', starts_on: carriedOverOn, carried_over: today },
    { period: 'month', starts_on: monthOf(carriedOverOn), carried_over: month },
    { period: 'all', starts_on: ALL_TIME, carried_over: total },
  ] as const
  await trx
    .insertInto('visit_totals')
    .values(periods.map((row) => ({ authority_id: scope.authorityId, ...row })))
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'period', 'starts_on']).doUpdateSet({ carried_over: sql`excluded.carried_over` }),
    )
    .execute()
  return true
}

export async function findCarriedOver(db: Db, scope: Scope): Promise<EarlierCounters | undefined> {
  const row = await db.selectFrom('visit_imports').selectAll().where('authority_id', '=', scope.authorityId).executeTakeFirst()
  return (
    row && {
      carriedOverOn: row.carried_over_on,
      readOn: row.read_on,
      online: row.online,
      today: row.today,
      month: row.month,
      total: row.total,
    }
  )
}
