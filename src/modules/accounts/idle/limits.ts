import type { Db, Trx } from '../../../platform/database.ts'
import { audit } from '../../history/index.ts'
import type { Actor, Scope } from '../accounts.ts'
import { defaultLimits, type SessionLimits } from './limit-bounds.ts'
import '../accounts.table.ts'

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

/** Those in force, with who set them; of nobody: the defaults. */
export async function findLimits(db: Db, scope: Scope): Promise<SessionLimits & { changedBy: string | null; changedAt: Date | null }> {
  const row = await db
    .selectFrom('session_limits')
    .select([
      'officer_minutes as officerMinutes',
      'resident_minutes as residentMinutes',
      'warning_seconds as warningSeconds',
      'changed_by as changedBy',
      'changed_at as changedAt',
    ])
    .where('authority_id', '=', scope.authorityId)
    .executeTakeFirst()
  return row ?? { ...defaultLimits, changedBy: null, changedAt: null }
}

/** They hold from each session's next request on, running ones too. */
export async function setLimits(trx: Trx, scope: Scope, actor: Actor, limits: SessionLimits, at: Date): Promise<void> {
  const { changedBy: _, changedAt: _when, ...before } = await findLimits(trx, scope)
  const set = {
    officer_minutes: limits.officerMinutes,
    resident_minutes: limits.residentMinutes,
    warning_seconds: limits.warningSeconds,
    changed_by: actor.personId,
    changed_at: at,
  }
  await trx
    .insertInto('session_limits')
    .values({ authority_id: scope.authorityId, ...set })
    .onConflict((conflict) => conflict.column('authority_id').doUpdateSet(set))
    .execute()
  await audit(trx, scope, actor, 'sessions.limitsSet', null, { ...limits, before })
}
