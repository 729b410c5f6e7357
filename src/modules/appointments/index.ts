import type { FastifyPluginAsync } from 'fastify'
import { apiRoutes } from './api-routes.ts'
import { citizenRoutes } from './citizen-routes.tsx'
import type { AppointmentOptions } from './feature.ts'
import { officeRoutes } from './office-routes.tsx'
import { scheduleRoutes } from './schedule-routes.tsx'
import './appointments.table.ts'

/** Citizens' reception: the schedule, appointments, their desk and their API. */
export const appointmentRoutes: FastifyPluginAsync<AppointmentOptions> = async (app, options) => {
  for (const routes of [apiRoutes, citizenRoutes, scheduleRoutes, officeRoutes]) await routes(app, options)
}

export { compareAppointmentCounts } from './compare-counts.ts'
export { findPattern } from './day-pattern.ts'
export { type DemoAppointmentOptions, loadDemoAppointments } from './demo.ts'
export type { AppointmentOptions } from './feature.ts'
export { heldAppointments } from './held-appointments.ts'
export { appointmentPersonalData } from './personal-data.ts'
export { proposeReceptionDays } from './propose-days.ts'
export { appointmentRetention } from './retention.ts'
export { text as appointmentsText } from './text.ts'
