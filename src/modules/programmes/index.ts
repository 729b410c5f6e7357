import type { FastifyPluginAsync } from 'fastify'
import type { ProgrammeOptions } from './options.ts'
import { apiRoutes as plansApiRoutes } from './plans/api-routes.ts'
import { officeRoutes as plansOfficeRoutes } from './plans/office-routes.tsx'
import { proposalRoutes } from './proposals/routes.tsx'
import { verdictApiRoutes } from './verdicts/api-routes.ts'
import { verdictFormRoutes } from './verdicts/form-routes.tsx'
import { verdictOfficeRoutes } from './verdicts/office-routes.tsx'
import { verdictDataRoutes } from './verdicts/open-data.ts'
import './programmes.table.ts'

/** Plans, programmes of agencies, their items: public pages, the office, the API and the open data. */
export const programmeRoutes: FastifyPluginAsync<ProgrammeOptions> = async (app, options) => {
  const all: ((a: typeof app, o: ProgrammeOptions) => Promise<void>)[] = [
    plansApiRoutes,
    proposalRoutes,
    plansOfficeRoutes,
    verdictFormRoutes,
    verdictApiRoutes,
    verdictOfficeRoutes,
    verdictDataRoutes,
  ]
  for (const routes of all) await routes(app, options)
}

export { citationsOf } from './citations.ts'
export { compareProgrammeCounts } from './compare-counts.ts'
export { namePublicProgrammes, namePublicTasks } from './name-public.ts'
export { PROMISES_TAG } from './options.ts'
export { paths as programmePaths } from './paths.ts'
export { lateAgencies } from './plans/office-lists.ts'
export { text as plansText } from './plans/text.ts'
export { programmeForms } from './public-forms.ts'
export type { References } from './references.ts'
export { taskFileReaders } from './tasks/evidence-files.ts'
export { text as tasksText } from './tasks/text.ts'
export { compareVerdicts } from './verdicts/compare-verdicts.ts'
export { verdictsDataset } from './verdicts/dataset.ts'
export { judgedTask } from './verdicts/judged-task.ts'
export { text as verdictsText } from './verdicts/text.ts'
