export { type CountedRows, comparisonWith } from './compare-rows.ts'
export { countsOfOwners, DAY_COME, type OwnersCounts } from './counts-of-owners.ts'
export {
  type Count,
  compareCounts,
  countsAround,
  countsByOwner,
  countsOf,
  createSums,
  type Difference,
  type OfBuckets,
  pruneTallies,
  recount,
  recountMany,
  recountWrite,
  type Sums,
  sumsOf,
} from './tallies.ts'
