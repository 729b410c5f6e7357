import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { type Count, compareCounts } from '../tallies/index.ts'
import type { Petition } from './petition.ts'
import { petitionColumns } from './petition-repository.ts'
import { countedNames, countsFor } from './rules.ts'

const BATCH = 1_000

/** Kept counts that differ from those which the rows give when counted anew: empty when no act ever miscounted. */
export async function comparePetitionCounts(db: Db, scope: Scope): Promise<{ count: Count; kept: number; counted: number }[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const truth: Count[] = []
      let after = '00000000-0000-0000-0000-000000000000'
      for (;;) {
        const rows = (await trx
          .selectFrom('petitions')
          .select(petitionColumns)
          .where('authority_id', '=', scope.authorityId)
          .where('id', '>', after)
          .orderBy('id')
          .limit(BATCH)
          .execute()) as Petition[]
        for (const row of rows) truth.push(...countsFor(row))
        if (rows.length < BATCH) return compareCounts(trx, scope, countedNames, truth)
        after = rows.at(-1)!.id
      }
    })
}
