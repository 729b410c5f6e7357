import type { Db } from '../../platform/database.ts'
import { minuteOf } from './batch.ts'
import { VISIT_MINUTES } from './visit-cookie.ts'
import './visits.table.ts'

const DAY_MS = 86_400_000

/** Forgets the visits that are over, with what they viewed, and what only the last minutes needed. Safe to run twice. */
export async function sweepVisits(db: Db, now: Date): Promise<void> {
  // Two minutes more than a cookie is good for: processes' clocks may differ, and a batch may be on its way.
  const over = minuteOf(now) - VISIT_MINUTES - 2
  await db.deleteFrom('open_visits').where('minute', '<', over).execute()
  await db.deleteFrom('online_minutes').where('minute', '<', over).execute()
  await db
    .deleteFrom('visit_batches')
    .where('written_at', '<', new Date(now.getTime() - DAY_MS))
    .execute()
}
