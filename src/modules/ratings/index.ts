import type { FastifyPluginAsync } from 'fastify'
import { apiRoutes } from './api-routes.ts'
import { openDataRoutes } from './open-data.ts'
import type { RatingOptions } from './options.ts'
import { publicRoutes } from './public-routes.tsx'
import './ratings.table.ts'

/** Ratings of articles by readers: the page of one's own, the API and the open data. */
export const ratingRoutes: FastifyPluginAsync<RatingOptions> = async (app, options) => {
  for (const routes of [apiRoutes, openDataRoutes, publicRoutes]) await routes(app, options)
}

export { compareRatingTotals } from './compare-totals.ts'
export { importRating } from './import-rating.ts'
export { ratingDataset } from './open-data.ts'
export { ratingPersonalData } from './personal-data.ts'
export { isPossible as isPossibleRating, ratingTags } from './rating.ts'
export { ratingDesk, ratingSection, ratingTotals } from './sections.tsx'
export { text as ratingsText } from './text.ts'
