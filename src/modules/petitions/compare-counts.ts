import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { type Count, compareWithRows } from '../tallies/index.ts'
import type { Petition } from './petition.ts'
import { petitionColumns } from './petition-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of petitions that differ from the rows. */
export async function comparePetitionCounts(db: Db, scope: Scope): Promise<{ count: Count; kept: number; counted: number }[]> {
  return compareWithRows<Petition>(db, scope, {
    names: countedNames,
    list: async (trx, after, limit) =>
      (await trx
        .selectFrom('petitions')
        .select(petitionColumns)
        .where('authority_id', '=', scope.authorityId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute()) as Petition[],
    countsFor,
  })
}
