import type { Actor, Scope } from '../modules/accounts/index.ts'
import { followWithAccount } from '../modules/petitions/index.ts'
import type { Db } from '../platform/database.ts'

/** Public cases of others that the resident of the town follows. */
const CASES = 2

/** Somebody who says "me too": the newest public cases in work. Safe to run again. */
export async function loadDemoFollower(db: Db, scope: Scope, resident: Actor, now: Date): Promise<void> {
  const cases = await db
    .selectFrom('petitions')
    .innerJoin('petition_filers', (join) =>
      join.onRef('petition_filers.authority_id', '=', 'petitions.authority_id').onRef('petition_filers.petition_id', '=', 'petitions.id'),
    )
    .select('petitions.id')
    .where('petitions.authority_id', '=', scope.authorityId)
    .where('status', '=', 'accepted')
    .where('publish', '=', true)
    .where('cleared_at', 'is not', null)
    .where((eb) => eb.or([eb('account_id', 'is', null), eb('account_id', '<>', resident.personId)]))
    .orderBy('code', 'desc')
    .limit(CASES)
    .execute()
  for (const { id } of cases) await db.transaction().execute((trx) => followWithAccount(trx, scope, id, resident.personId, 'vi', now))
}
