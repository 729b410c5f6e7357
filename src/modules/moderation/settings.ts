import type { Db, Trx } from '../../platform/database.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { audit } from '../history/index.ts'
import './moderation.table.ts'

/** Whether a text that nothing speaks against is shown before an officer has read it. False until the office says otherwise. */
export async function showsAtOnce(db: Db, scope: Scope, subjectType: string): Promise<boolean> {
  const row = await db
    .selectFrom('moderation_settings')
    .select('show_at_once')
    .where('authority_id', '=', scope.authorityId)
    .where('subject_type', '=', subjectType)
    .executeTakeFirst()
  return row?.show_at_once ?? false
}

/** From now on; what waits already goes on waiting. */
export async function setShowAtOnce(trx: Trx, scope: Scope, actor: Actor, subjectType: string, showAtOnce: boolean, at: Date) {
  const set = { show_at_once: showAtOnce, changed_by: actor.personId, changed_at: at }
  await trx
    .insertInto('moderation_settings')
    .values({ authority_id: scope.authorityId, subject_type: subjectType, ...set })
    .onConflict((conflict) => conflict.columns(['authority_id', 'subject_type']).doUpdateSet(set))
    .execute()
  await audit(trx, scope, actor, 'moderation.setting', null, { subjectType, showAtOnce })
}
