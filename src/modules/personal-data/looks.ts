import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import './personal-data.table.ts'

/** Remembers that somebody opened their own matter: the last day and nothing else, written once a day. What is looked at is not erased by a rule of retention. */
export async function recordOwnLook(db: Db, scope: Scope, matter: Matter, today: CivilDate): Promise<void> {
  await db
    .insertInto('filer_looks')
    .values({ authority_id: scope.authorityId, matter_type: matter.type, matter_id: matter.id, seen_on: today })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'matter_type', 'matter_id'])
        .doUpdateSet({ seen_on: today })
        .where('filer_looks.seen_on', '<', today),
    )
    .execute()
}

export async function lastLookOn(db: Db, scope: Scope, matter: Matter): Promise<CivilDate | null> {
  const row = await db
    .selectFrom('filer_looks')
    .select('seen_on')
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .executeTakeFirst()
  return row?.seen_on ?? null
}

/** The day on which the holder last opened a matter, as part of the data held about the person. */
export const ownLookPart = {
  collect: async (db: Db, scope: Scope, matter: Matter) => ({ lastOpenedOn: await lastLookOn(db, scope, matter) }),
  erase: async (trx: Trx, scope: Scope, matter: Matter): Promise<void> => {
    await trx
      .deleteFrom('filer_looks')
      .where('authority_id', '=', scope.authorityId)
      .where('matter_type', '=', matter.type)
      .where('matter_id', '=', matter.id)
      .execute()
  },
}
