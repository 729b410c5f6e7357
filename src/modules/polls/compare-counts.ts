import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { type Count, compareWithRows } from '../tallies/index.ts'
import type { Poll } from './poll.ts'
import { pollColumns } from './poll-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of polls that differ from the rows. */
export async function comparePollCounts(db: Db, scope: Scope): Promise<{ count: Count; kept: number; counted: number }[]> {
  return compareWithRows<Poll>(db, scope, {
    names: countedNames,
    list: (trx, after, limit) =>
      trx
        .selectFrom('polls')
        .select(pollColumns)
        .where('authority_id', '=', scope.authorityId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    countsFor,
  })
}
