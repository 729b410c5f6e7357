import type { Db } from '../../platform/database.ts'
import './notices.table.ts'

const DAY_MS = 86_400_000
/** Sent mail: long enough to answer "I never got it". */
const SENT_DAYS = 30
/** Mail that never went out: news of a season ago helps nobody. */
const UNSENT_DAYS = 90

/**
 * Takes addresses and words out of old mail; that something was sent, when and about which matter, stays. Safe to run again.
 * @returns how many were erased
 */
export async function eraseOldMail(db: Db, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const erased = await db
    .updateTable('outbox')
    .set({ to_address: null, body: null })
    .where('body', 'is not', null)
    .where('queued_at', '<', before(SENT_DAYS))
    .where((row) =>
      row.or([
        row('sent_at', '<', before(SENT_DAYS)),
        row.and([row('state', 'in', ['failed', 'kept']), row('queued_at', '<', before(UNSENT_DAYS))]),
      ]),
    )
    .executeTakeFirst()
  return Number(erased.numUpdatedRows)
}
