import type { FastifyPluginAsync } from 'fastify'
import type { ProgrammeOptions } from './options.ts'
import { outRoutes } from './out/routes.ts'
import './programmes.table.ts'

/** Plans, programmes of agencies, their items: public pages, the office, the API and the open data. */
export const programmeRoutes: FastifyPluginAsync<ProgrammeOptions> = async (app, options) => {
  const all: ((a: typeof app, o: ProgrammeOptions) => Promise<void>)[] = [outRoutes]
  for (const routes of all) await routes(app, options)
}

export { compareProgrammeCounts } from './compare-counts.ts'
export { paths as programmePaths } from './paths.ts'
export { text as plansText } from './plans/text.ts'
export type { References } from './references.ts'
