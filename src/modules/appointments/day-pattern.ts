import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { DayPattern } from './propose-days.ts'
import './appointments.table.ts'

const CAPACITY = 8

/** What the next reception day will look like: as the newest one; the office's own address where there is none yet. */
export async function findPattern(db: Db, scope: Scope): Promise<DayPattern> {
  const newest = await db
    .selectFrom('reception_days')
    .select(['place', 'leader', 'capacity'])
    .where('authority_id', '=', scope.authorityId)
    .where('capacity', '>', 0)
    .orderBy('on_date', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest) return newest
  const office = await db
    .selectFrom('authorities')
    .select(['name', 'address'])
    .where('id', '=', scope.authorityId)
    .executeTakeFirstOrThrow()
  return { place: office.address || office.name, leader: null, capacity: CAPACITY }
}
