import { comparisonWith } from '../tallies/index.ts'
import type { DataRequest } from './data-request.ts'
import { dataRequestColumns } from './data-request-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of data requests that differ from the rows. */
export const compareDataRequestCounts = comparisonWith<DataRequest>({
  names: countedNames,
  rows: (trx) => trx.selectFrom('data_requests').select(dataRequestColumns),
  countsFor,
})
