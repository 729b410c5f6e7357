import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'

/** A due date that a change of the office calendar moved. */
export interface Moved {
  clockId: string
  stage: string
  at: Date
  oldDueOn: CivilDate
  newDueOn: CivilDate
}

/** What calendar changes moved, newest first. */
export async function listMoved(db: Db, scope: Scope, limit: number): Promise<Moved[]> {
  const rows = await db
    .selectFrom('clock_events')
    .innerJoin('clocks', (join) =>
      join.onRef('clocks.authority_id', '=', 'clock_events.authority_id').onRef('clocks.id', '=', 'clock_events.clock_id'),
    )
    .select(['clock_events.clock_id', 'clocks.stage', 'clock_events.at', 'clock_events.old_due_on', 'clock_events.new_due_on'])
    .where('clock_events.authority_id', '=', scope.authorityId)
    .where('clock_events.type', '=', 'recomputed')
    .orderBy('clock_events.at', 'desc')
    .orderBy('clock_events.clock_id')
    .limit(limit)
    .execute()
  return rows.flatMap((row) =>
    row.old_due_on && row.new_due_on && row.old_due_on !== row.new_due_on
      ? [{ clockId: row.clock_id, stage: row.stage, at: row.at, oldDueOn: row.old_due_on, newDueOn: row.new_due_on }]
      : [],
  )
}
