import type { FastifyPluginAsync } from 'fastify'
import type { ProgrammeOptions } from './options.ts'
import { overviewRoutes } from './overview/routes.tsx'
import './programmes.table.ts'
import { publicApi } from './public/api-routes.ts'
import { openDataRoutes } from './public/open-data.ts'
import { publicRoutes } from './public/routes.tsx'
import { verdictApiRoutes } from './verdicts/api-routes.ts'
import { verdictFormRoutes } from './verdicts/form-routes.tsx'
import { verdictOfficeRoutes } from './verdicts/office-routes.tsx'
import { verdictDataRoutes } from './verdicts/open-data.ts'

/** Plans, programmes of agencies, their items: public pages, the office, the API and the open data. */
export const programmeRoutes: FastifyPluginAsync<ProgrammeOptions> = async (app, options) => {
  const all: ((a: typeof app, o: ProgrammeOptions) => Promise<void>)[] = [
    publicRoutes,
    publicApi,
    openDataRoutes,
    overviewRoutes,
    verdictFormRoutes,
    verdictApiRoutes,
    verdictOfficeRoutes,
    verdictDataRoutes,
  ]
  for (const routes of all) await routes(app, options)
}

export { compareProgrammeCounts } from './compare-counts.ts'
export { namePublicProgrammes, namePublicTasks } from './name-public.ts'
export { PROMISES_TAG } from './options.ts'
export { paths as programmePaths } from './paths.ts'
export { text as plansText } from './plans/text.ts'
export { promiseAddresses } from './public/addresses-for-robots.ts'
export { programmesDataset, promisesDataset } from './public/dataset.ts'
export { loadPromises, type Promises, PromisesSection } from './public/home-section.tsx'
export { programmeForms } from './public-forms.ts'
export type { References } from './references.ts'
export { taskFileReaders } from './tasks/evidence-files.ts'
export { text as tasksText } from './tasks/text.ts'
export { compareVerdicts } from './verdicts/compare-verdicts.ts'
export { verdictsDataset } from './verdicts/dataset.ts'
export { judgedTask } from './verdicts/judged-task.ts'
export { text as verdictsText } from './verdicts/text.ts'
