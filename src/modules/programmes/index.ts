import type { FastifyPluginAsync } from 'fastify'
import { overviewRoutes } from './overview/routes.tsx'
import './programmes.table.ts'
import { publicApi } from './public/api-routes.ts'
import { openDataRoutes } from './public/open-data.ts'
import type { PublicOptions } from './public/options.ts'
import { publicRoutes } from './public/routes.tsx'

/** Plans, programmes of agencies, their items: public pages, the office, the API and the open data. */
export const programmeRoutes: FastifyPluginAsync<PublicOptions> = async (app, options) => {
  const all: ((a: typeof app, o: PublicOptions) => Promise<void>)[] = [publicRoutes, publicApi, openDataRoutes, overviewRoutes]
  for (const routes of all) await routes(app, options)
}

export { citationsOf } from './citations.ts'
export { compareProgrammeCounts } from './compare-counts.ts'
export { PROMISES_TAG } from './options.ts'
export { paths as programmePaths } from './paths.ts'
export { text as plansText } from './plans/text.ts'
export { promiseAddresses } from './public/addresses-for-robots.ts'
export { programmesDataset, promisesDataset } from './public/dataset.ts'
export { loadPromises, type Promises, PromisesSection } from './public/home-section.tsx'
export type { References } from './references.ts'
