import type { FastifyRequest } from 'fastify'
import { type Feature, type RunnerOptions, runAct } from '../lifecycle/index.ts'
import type { Access } from './access.ts'
import { acts } from './acts/index.ts'
import type { Appointment, AppointmentStatus } from './appointment.ts'
import { lockAppointment, saveAppointment } from './appointment-repository.ts'
import type { AskOptions } from './ask-appointment.ts'
import { labels } from './fields.ts'
import { type AppointmentAct, type AppointmentRole, lifecycle } from './lifecycle.ts'
import { countsFor, rolesOn } from './rules.ts'

type AppointmentFeature = Feature<Appointment, AppointmentStatus, AppointmentAct, AppointmentRole, never>

/** Appointments, as the runner of acts sees them. */
const feature: AppointmentFeature = {
  type: 'appointment',
  lifecycle,
  acts,
  labels,
  lock: lockAppointment,
  rolesOn: (caller, appointment) => rolesOn(caller.actor, caller.holdsSecret(appointment)),
  save: saveAppointment,
  // The law sets no time for an appointment.
  clockOf: () => null,
  counts: countsFor,
  // Free places are on pages that are drawn for each visitor; the kept feed shows days alone.
  tags: () => [],
}

/** What the routes of appointments are given by app.ts. */
export interface AppointmentOptions extends AskOptions, RunnerOptions {
  publicUrl: string | null
  /** Queues notices inside the act's transaction. */
  afterAct?: AppointmentFeature['afterAct']
}

/** Does an act for whoever sends this request; the same for the form and the API. */
export function actOn(
  options: AppointmentOptions,
  request: Pick<FastifyRequest, 'scope' | 'actor'>,
  access: Access,
  act: AppointmentAct,
  input: unknown,
): Promise<Appointment> {
  const { afterAct } = options
  return runAct(options, afterAct ? { ...feature, afterAct } : feature, {
    scope: request.scope,
    id: access.appointment.id,
    act,
    input,
    caller: { actor: request.actor, holdsSecret: () => access.roles.has('filer') },
  })
}
