import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { Subject } from './batch.ts'
import './visits.table.ts'

interface Scope {
  authorityId: number
}

/** Views of these, by id; what nobody has viewed yet is left out. */
export async function viewsOf(db: Db, scope: Scope, type: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('view_totals')
    .select(['subject_id', 'views', 'carried_over'])
    .where('authority_id', '=', scope.authorityId)
    .where('subject_type', '=', type)
    .where('subject_id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.subject_id, row.views + row.carried_over]))
}

/** Views that an earlier portal counted; said again, the newer number holds. */
export async function setStartingViews(trx: Trx, scope: Scope, subject: Subject, views: number): Promise<void> {
  await trx
    .insertInto('view_totals')
    .values({ authority_id: scope.authorityId, subject_type: subject.type, subject_id: subject.id, carried_over: views })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'subject_type', 'subject_id']).doUpdateSet({ carried_over: sql`excluded.carried_over` }),
    )
    .execute()
}
