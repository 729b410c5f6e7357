import { comparisonWith } from '../tallies/index.ts'
import { itemColumns } from './item-repository.ts'
import type { Item } from './moderation.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of the queue that differ from the rows. */
export const compareModerationCounts = comparisonWith<Item>({
  names: countedNames,
  rows: (trx) => trx.selectFrom('moderation_items').select(itemColumns).$castTo<Item>(),
  countsFor,
})
