export { type Count, compareCounts, countsByOwner, countsOf, recount } from './tallies.ts'
