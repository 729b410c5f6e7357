import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { type Count, compareWithRows } from '../tallies/index.ts'
import type { DataRequest } from './data-request.ts'
import { dataRequestColumns } from './data-request-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of data requests that differ from the rows. */
export async function compareDataRequestCounts(db: Db, scope: Scope): Promise<{ count: Count; kept: number; counted: number }[]> {
  return compareWithRows<DataRequest>(db, scope, {
    names: countedNames,
    list: (trx, after, limit) =>
      trx
        .selectFrom('data_requests')
        .select(dataRequestColumns)
        .where('authority_id', '=', scope.authorityId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    countsFor,
  })
}
