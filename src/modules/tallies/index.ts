export { type Count, compareCounts, countsByOwner, countsOf, pruneTallies, recount, recountWrite } from './tallies.ts'
