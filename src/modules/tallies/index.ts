export { type CountedRows, compareWithRows } from './compare-rows.ts'
export {
  type Count,
  compareCounts,
  countsByOwner,
  countsOf,
  createSums,
  type Difference,
  pruneTallies,
  recount,
  recountWrite,
  type Sums,
} from './tallies.ts'
