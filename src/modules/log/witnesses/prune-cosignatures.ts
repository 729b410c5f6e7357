import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import './witnesses.table.ts'

/** So long each cosignature is kept; of the days before, the last of each witness and day. */
const WHOLE_DAYS = 30

/**
 * A witness cosigns every few minutes for years. What is old is thinned out to the last of each witness and day in Vietnam: every leaf
 * stays under a cosigned head, receipts that were given hold their own lines, and the newest of each witness always stays.
 * @returns how many went
 */
export async function pruneCosignatures(db: Db, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from log_cosignatures as c
    where c.cosigned_at < ${now}::timestamptz - make_interval(days => ${WHOLE_DAYS})
      and exists (
        select from log_cosignatures as later
        where later.authority_id = c.authority_id and later.witness_id = c.witness_id and later.size > c.size
          and (later.cosigned_at at time zone 'Asia/Ho_Chi_Minh')::date = (c.cosigned_at at time zone 'Asia/Ho_Chi_Minh')::date
      )`.execute(db)
  return Number(numAffectedRows ?? 0)
}
