import type { FastifyPluginAsync } from 'fastify'
import type { ProgrammeOptions } from './options.ts'
import './programmes.table.ts'
import { taskApiRoutes } from './tasks/api-routes.ts'
import { taskListRoutes } from './tasks/list-routes.tsx'
import { taskOfficeRoutes } from './tasks/office-routes.tsx'
import { taskSheetRoutes } from './tasks/sheet/routes.tsx'

/** Plans, programmes of agencies, their items: public pages, the office, the API and the open data. */
export const programmeRoutes: FastifyPluginAsync<ProgrammeOptions> = async (app, options) => {
  const all: ((a: typeof app, o: ProgrammeOptions) => Promise<void>)[] = [taskApiRoutes, taskOfficeRoutes, taskListRoutes, taskSheetRoutes]
  for (const routes of all) await routes(app, options)
}

export { compareProgrammeCounts } from './compare-counts.ts'
export { paths as programmePaths } from './paths.ts'
export { text as plansText } from './plans/text.ts'
export type { References } from './references.ts'
export { taskFileReaders } from './tasks/evidence-files.ts'
export { text as tasksText } from './tasks/text.ts'
