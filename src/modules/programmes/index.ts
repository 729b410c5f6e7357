import type { FastifyPluginAsync } from 'fastify'
import { calendarRoutes } from './clock/calendar-routes.tsx'
import { feedRoutes } from './clock/feed-routes.ts'
import type { ProgrammeOptions } from './options.ts'
import { outRoutes } from './out/routes.ts'
import { overviewRoutes } from './overview/routes.tsx'
import { apiRoutes as plansApiRoutes } from './plans/api-routes.ts'
import { officeRoutes as plansOfficeRoutes } from './plans/office-routes.tsx'
import { proposalRoutes } from './proposals/routes.tsx'
import { publicApi } from './public/api-routes.ts'
import { openDataRoutes } from './public/open-data.ts'
import { publicRoutes } from './public/routes.tsx'
import { reportApiRoutes } from './reports/api-routes.ts'
import { reportOfficeRoutes } from './reports/office-routes.tsx'
import { reportPublicRoutes } from './reports/public-routes.tsx'
import './programmes.table.ts'
import { verdictApiRoutes } from './verdicts/api-routes.ts'
import { verdictFormRoutes } from './verdicts/form-routes.tsx'
import { verdictOfficeRoutes } from './verdicts/office-routes.tsx'
import { verdictDataRoutes } from './verdicts/open-data.ts'
import './programmes.table.ts'
import { taskApiRoutes } from './tasks/api-routes.ts'
import { taskListRoutes } from './tasks/list-routes.tsx'
import { taskOfficeRoutes } from './tasks/office-routes.tsx'
import { taskSheetRoutes } from './tasks/sheet/routes.tsx'

/** Plans, programmes of agencies, their items: public pages, the office, the API and the open data. */
export const programmeRoutes: FastifyPluginAsync<ProgrammeOptions> = async (app, options) => {
  const all: ((a: typeof app, o: ProgrammeOptions) => Promise<void>)[] = [
    publicRoutes,
    publicApi,
    openDataRoutes,
    overviewRoutes,
    plansApiRoutes,
    proposalRoutes,
    plansOfficeRoutes,
    taskApiRoutes,
    taskOfficeRoutes,
    taskListRoutes,
    taskSheetRoutes,
    verdictFormRoutes,
    verdictApiRoutes,
    verdictOfficeRoutes,
    verdictDataRoutes,
    calendarRoutes,
    feedRoutes,
    reportApiRoutes,
    reportOfficeRoutes,
    reportPublicRoutes,
    outRoutes,
  ]
  for (const routes of all) await routes(app, options)
}

export { citationsOf } from './citations.ts'
export { programmeJobs } from './clock/jobs.ts'
export { periodOf } from './clock/periods.ts'
export { programmeClockForms } from './clock/public-forms.ts'
export { recomputeDueDays } from './clock/recompute-due-days.ts'
export { programmeNotices } from './clock/reminder-mail.ts'
export { text as programmeClockText } from './clock/text.ts'
export { compareProgrammeCounts } from './compare-counts.ts'

export { actOnProgramme } from './feature.ts'
export { makePlan } from './make-programme.ts'

export { namePublicProgrammes, namePublicTasks } from './name-public.ts'
export { PROMISES_TAG } from './options.ts'

export { listAgencies } from './plans/office-lists.ts'
export { text as plansText } from './plans/text.ts'
export type { Programme } from './programme.ts'
export type { ProgrammeAct } from './programme-lifecycle.ts'
export { findProgrammeOfDocument } from './programme-repository.ts'
export { promiseAddresses } from './public/addresses-for-robots.ts'
export { programmesDataset, promisesDataset } from './public/dataset.ts'
export { loadPromises, type Promises, PromisesSection } from './public/home-section.tsx'
export { programmeForms } from './public-forms.ts'
export type { ItemKind, Recurrence } from './reading/plan.ts'

export type { References } from './references.ts'
export { actOnReport } from './reports/feature.ts'
export { reportForms } from './reports/public-forms.ts'
export type { ReportEvery, ReportRow } from './reports/report.ts'
export type { ReportAct } from './reports/report-lifecycle.ts'
export { listReports } from './reports/report-repository.ts'
export { requestReports } from './reports/request-reports.ts'
export { text as reportsText } from './reports/text.ts'
export type { Task } from './task.ts'
export { actOnTask } from './task-feature.ts'
export type { TaskAct } from './task-lifecycle.ts'
export { listTasks } from './task-repository.ts'
export { taskFileReaders } from './tasks/evidence-files.ts'
export { text as tasksText } from './tasks/text.ts'
export { compareVerdicts } from './verdicts/compare-verdicts.ts'
export { verdictsDataset } from './verdicts/dataset.ts'
export { judgedTask } from './verdicts/judged-task.ts'
export { text as verdictsText } from './verdicts/text.ts'
