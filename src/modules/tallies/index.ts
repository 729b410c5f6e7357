export { type Count, compareCounts, countsByOwner, countsOf, recount, recountWrite } from './tallies.ts'
