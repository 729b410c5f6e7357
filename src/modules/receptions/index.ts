import type { FastifyPluginAsync } from 'fastify'
import { alarmRoutes } from './alarm-routes.tsx'
import { bookRoutes } from './book-routes.tsx'
import { cutoffRoutes } from './cutoff-routes.tsx'
import { entryRoutes } from './entry-routes.tsx'
import type { ReceptionOptions } from './feature.ts'
import { reportRoutes } from './report-routes.tsx'
import './receptions.table.ts'

/** The registers of the office: the reception book, the 45-day alarm, the periodic reports. */
export const receptionRoutes: FastifyPluginAsync<ReceptionOptions> = async (app, options) => {
  for (const routes of [bookRoutes, entryRoutes, alarmRoutes, reportRoutes, cutoffRoutes]) await routes(app, options)
}

export { receptionSubject } from './hold-subject.ts'
export { receptionPersonalData } from './personal-data.ts'
export { receptionRetention } from './retention.ts'
export { text as receptionsText } from './text.ts'
export { enterCounterFiling, writeOnce } from './write-entry.ts'
