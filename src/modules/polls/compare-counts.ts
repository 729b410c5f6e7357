import { comparisonWith } from '../tallies/index.ts'
import type { Poll } from './poll.ts'
import { pollColumns } from './poll-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of polls that differ from the rows. */
export const comparePollCounts = comparisonWith<Poll>({
  names: countedNames,
  rows: (trx) => trx.selectFrom('polls').select(pollColumns),
  countsFor,
})
