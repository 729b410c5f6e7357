import type { Db, Trx } from '../../platform/database.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { audit } from '../history/index.ts'
import './news.table.ts'

/** How the newsroom works here. */
export interface NewsroomSettings {
  /** Whoever saved the newest edition does not show it to readers, and nobody changes alone what readers see. */
  fourEyes: boolean
  /** Null: never set. */
  changedBy: string | null
  changedAt: Date | null
}

export async function findSettings(db: Db, scope: Scope): Promise<NewsroomSettings> {
  const row = await db
    .selectFrom('newsroom_settings')
    .select(['four_eyes as fourEyes', 'changed_by as changedBy', 'changed_at as changedAt'])
    .where('authority_id', '=', scope.authorityId)
    .executeTakeFirst()
  return row ?? { fourEyes: false, changedBy: null, changedAt: null }
}

export async function wantsFourEyes(db: Db, scope: Scope): Promise<boolean> {
  return (await findSettings(db, scope)).fourEyes
}

/** From now on, for every article. What was set to a time stays set. Saving what holds already changes nothing. */
export async function setFourEyes(trx: Trx, scope: Scope, actor: Actor, fourEyes: boolean, at: Date): Promise<void> {
  if ((await wantsFourEyes(trx, scope)) === fourEyes) return
  const set = { four_eyes: fourEyes, changed_by: actor.personId, changed_at: at }
  await trx
    .insertInto('newsroom_settings')
    .values({ authority_id: scope.authorityId, ...set })
    .onConflict((conflict) => conflict.column('authority_id').doUpdateSet(set))
    .execute()
  await audit(trx, scope, actor, 'newsroom.setting', null, { fourEyes })
}
