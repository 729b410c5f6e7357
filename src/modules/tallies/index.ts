export { type CountedRows, compareWithRows } from './compare-rows.ts'
export { type Count, countsByOwner, countsOf, pruneTallies, recount, recountWrite } from './tallies.ts'
