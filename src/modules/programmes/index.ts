import type { FastifyPluginAsync } from 'fastify'
import { calendarRoutes } from './clock/calendar-routes.tsx'
import { feedRoutes } from './clock/feed-routes.ts'
import type { ProgrammeOptions } from './options.ts'
import { reportApiRoutes } from './reports/api-routes.ts'
import { reportOfficeRoutes } from './reports/office-routes.tsx'
import { reportPublicRoutes } from './reports/public-routes.tsx'
import './programmes.table.ts'

/** Plans, programmes of agencies, their items: public pages, the office, the API and the open data. */
export const programmeRoutes: FastifyPluginAsync<ProgrammeOptions> = async (app, options) => {
  const all: ((a: typeof app, o: ProgrammeOptions) => Promise<void>)[] = [
    calendarRoutes,
    feedRoutes,
    reportApiRoutes,
    reportOfficeRoutes,
    reportPublicRoutes,
  ]
  for (const routes of all) await routes(app, options)
}

export { programmeJobs } from './clock/jobs.ts'
export { programmeClockForms } from './clock/public-forms.ts'
export { recomputeDueDays } from './clock/recompute-due-days.ts'
export { programmeNotices } from './clock/reminder-mail.ts'
export { compareProgrammeCounts } from './compare-counts.ts'
export { paths as programmePaths } from './paths.ts'
export { text as plansText } from './plans/text.ts'
export type { References } from './references.ts'
export { reportForms } from './reports/public-forms.ts'
export { text as reportsText } from './reports/text.ts'
