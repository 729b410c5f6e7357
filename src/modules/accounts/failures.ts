import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from './accounts.ts'
import './accounts.table.ts'

interface Limit {
  key: string
  max: number
  seconds: number
}

/**
 * Only failures count, so an office behind one address signs in as often as it likes.
 * Tight for one name from one address; looser for one name from anywhere (a guesser with many addresses) and for one address.
 */
export function limitsFor(secret: string, who: { username: string; address: string }): Limit[] {
  const key = (...parts: string[]) => createHmac('sha256', secret).update(parts.join('\n')).digest('base64url')
  return [
    { key: key('both', who.username, who.address), max: 10, seconds: 900 },
    { key: key('name', who.username), max: 100, seconds: 900 },
    { key: key('address', who.address), max: 300, seconds: 60 },
  ]
}

/**
 * Asked before the password is checked, and again after: of many guesses sent at once, none gets through once the limit is reached.
 * @throws DomainError too_many_failures (429)
 */
export async function refuseWhenGuessing(db: Db, scope: Scope, limits: readonly Limit[]): Promise<void> {
  const rows = await db
    .selectFrom('sign_in_failures')
    .select(['key', 'n'])
    .where('authority_id', '=', scope.authorityId)
    .where(
      'key',
      'in',
      limits.map((limit) => limit.key),
    )
    .where('window_ends_at', '>', new Date())
    .execute()
  if (limits.some(({ key, max }) => rows.some((row) => row.key === key && row.n >= max))) throw new DomainError('too_many_failures', 429)
}

/** Counts one failure in each window; a window that ended begins anew. */
export async function countFailure(db: Db, scope: Scope, limits: readonly Limit[]): Promise<void> {
  const now = Date.now()
  await db
    .insertInto('sign_in_failures')
    .values(
      // One order for all, so that two failures at once do not wait for each other in a ring.
      limits
        .toSorted((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ key, seconds }) => ({ authority_id: scope.authorityId, key, window_ends_at: new Date(now + seconds * 1000), n: 1 })),
    )
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'key']).doUpdateSet({
        n: sql<number>`case when sign_in_failures.window_ends_at <= ${new Date(now)} then 1 else sign_in_failures.n + 1 end`,
        window_ends_at: sql<Date>`case when sign_in_failures.window_ends_at <= ${new Date(now)} then excluded.window_ends_at else sign_in_failures.window_ends_at end`,
      }),
    )
    .execute()
}

/** A right password clears the tight window of that name at that address; the wide ones stay. */
export async function forgiveFailures(db: Db, scope: Scope, limits: readonly Limit[]): Promise<void> {
  const tight = limits[0]
  if (!tight) return
  await db.deleteFrom('sign_in_failures').where('authority_id', '=', scope.authorityId).where('key', '=', tight.key).execute()
}
