import type { Db } from '../../platform/database.ts'
import './accounts.table.ts'

/** How long sign-ins are kept, days: long enough to look into a misuse. */
const KEEP_DAYS = 365
/** No session may be left alone for longer, whatever the administrator has set: see session_limits. */
const LONGEST_IDLE_MS = 13 * 3_600_000

/** The nightly job: removes ended sessions, counters whose window ended, used codes, and old sign-ins. Safe to run twice. */
export async function pruneAccounts(db: Db, now: Date = new Date()): Promise<void> {
  await db.deleteFrom('auth_sessions').where('expires_at', '<', now).execute()
  await db
    .deleteFrom('auth_sessions')
    .where('seen_at', '<', new Date(now.getTime() - LONGEST_IDLE_MS))
    .execute()
  await db.deleteFrom('auth_verifications').where('expires_at', '<', now).execute()
  await db
    .deleteFrom('auth_used_codes')
    .where('used_at', '<', new Date(now.getTime() - 3_600_000))
    .execute()
  await db.deleteFrom('sign_in_failures').where('window_ends_at', '<', now).execute()
  await db
    .deleteFrom('sign_ins')
    .where('at', '<', new Date(now.getTime() - KEEP_DAYS * 86_400_000))
    .execute()
}
