export { type CountedRows, compareWithRows } from './compare-rows.ts'
export { type Count, countsByOwner, countsOf, pruneTallies, recount, recountMany, recountWrite } from './tallies.ts'
