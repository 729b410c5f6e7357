import { type Actor, hasRole, officeRoles } from '../accounts/index.ts'
import type { Count } from '../tallies/index.ts'
import type { Appointment, OpenDay, ReceptionDay } from './appointment.ts'
import type { AppointmentRole } from './lifecycle.ts'

/** Who keeps the schedule of reception days. */
export const scheduleKeepers = ['receptionOfficer', 'administrator'] as const
/** Who reads appointments in the office. */
export const readers = ['receptionOfficer', 'chairman', 'auditor'] as const

/** Statuses that hold a place on their day. */
export const holdingPlace = ['asked', 'confirmed', 'held'] as const

/** Roles that somebody has towards an appointment; null hides it: only the filer and the office know that it exists. */
export function rolesOn(actor: Actor | null, holdsSecret: boolean): Set<AppointmentRole> | null {
  const roles = new Set<AppointmentRole>(readers.filter((role) => hasRole(actor, role)))
  if (holdsSecret) roles.add('filer')
  return roles.size > 0 || hasRole(actor, ...officeRoles) ? roles : null
}

export function readsInOffice(roles: ReadonlySet<AppointmentRole>): boolean {
  return readers.some((role) => roles.has(role))
}

/** The auditor reads the appointment, never who asked for it. */
export function readsContacts(roles: ReadonlySet<AppointmentRole>): boolean {
  return roles.has('filer') || roles.has('receptionOfficer') || roles.has('chairman')
}

/** Names of the counts below. */
export const countedNames = ['appointment.status', 'appointment.asked', 'appointment.held'] as const

export function countsFor({ status, askedOn, heldOn }: Pick<Appointment, 'status' | 'askedOn' | 'heldOn'>): Count[] {
  const counts = [
    { name: 'appointment.status', owner: 'all', bucket: status as string },
    { name: 'appointment.asked', owner: 'all', bucket: askedOn.slice(0, 7) },
  ]
  return heldOn ? [...counts, { name: 'appointment.held', owner: 'all', bucket: heldOn.slice(0, 7) }] : counts
}

export function withFree(day: ReceptionDay, taken: number): OpenDay {
  return { ...day, taken, free: Math.max(0, day.capacity - taken) }
}

/** The part of a day into which a time falls; the last minute belongs to nobody. */
export function partAt<Day extends Pick<ReceptionDay, 'starts' | 'ends'>>(days: readonly Day[], at: string): Day | undefined {
  return days.find((day) => day.starts <= at && at < day.ends)
}
