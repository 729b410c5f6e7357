import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { compareWithRows, type Difference } from '../tallies/index.ts'
import { itemColumns } from './item-repository.ts'
import type { Item } from './moderation.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of the queue that differ from its rows. */
export async function compareModerationCounts(db: Db, scope: Scope): Promise<Difference[]> {
  return compareWithRows<Item>(db, scope, {
    names: countedNames,
    list: async (trx, after, limit) =>
      (await trx
        .selectFrom('moderation_items')
        .select(itemColumns)
        .where('authority_id', '=', scope.authorityId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute()) as Item[],
    countsFor,
  })
}
