import type { Db } from '../../../platform/database.ts'
import '../accounts.table.ts'

/** How long a session may be left alone, minutes. */
export interface SessionLimits {
  officerMinutes: number
  residentMinutes: number
}

/** An officer's screen shows other people's matters; a resident's shows the own. A row of `session_limits` sets others. */
export const defaultLimits: SessionLimits = { officerMinutes: 30, residentMinutes: 120 }

/** What the browser may be late in telling, seconds: the server ends no session that is in use. */
const GRACE_SECONDS = 60
/** Uses within this time are written once, seconds. */
const TOUCH_SECONDS = 30

export const isLeftAlone = (seenAt: Date, limitSeconds: number, now: Date): boolean =>
  now.getTime() - seenAt.getTime() > (limitSeconds + GRACE_SECONDS) * 1000

export const isTouchDue = (seenAt: Date, now: Date): boolean => now.getTime() - seenAt.getTime() > TOUCH_SECONDS * 1000

export async function touchSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.updateTable('auth_sessions').set({ seen_at: now }).where('id', '=', sessionId).where('seen_at', '<', now).execute()
}
