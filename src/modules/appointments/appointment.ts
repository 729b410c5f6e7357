import type { CivilDate } from '../../shared/civil-date.ts'

export const appointmentStatuses = ['asked', 'confirmed', 'cancelled', 'held'] as const
export type AppointmentStatus = (typeof appointmentStatuses)[number]

export const parts = ['morning', 'afternoon'] as const
export type Part = (typeof parts)[number]

/** A meeting that somebody asked for on a reception day. */
export interface Appointment {
  id: string
  code: string
  status: AppointmentStatus
  version: number
  subject: string
  words: string | null
  wantedOn: CivilDate
  wantedPart: Part
  /** The agreed day and part; as wanted until the office confirms. */
  on: CivilDate
  part: Part
  /** Vietnamese clock time, `08:30`; the beginning of the part until the office confirms. */
  at: string
  place: string
  askedAt: Date
  askedOn: CivilDate
  heldOn: CivilDate | null
  /** Day by which the office promised an answer at the meeting. */
  promisedOn: CivilDate | null
}

/** Who asked; readable by fewer than the appointment. */
export interface Filer {
  name: string
  phone: string | null
}

/** A part of a day on which the office receives citizens. */
export interface ReceptionDay {
  on: CivilDate
  part: Part
  place: string
  starts: string
  ends: string
  leader: string | null
  capacity: number
  publishedOn: CivilDate
}

/** The same with what is left of it. */
export interface OpenDay extends ReceptionDay {
  taken: number
  free: number
}

/** The reference by which other modules name an appointment. */
export function matterOf(appointment: { id: string }) {
  return { type: 'appointment', id: appointment.id }
}

/** How a form names a reception day: `2026-12-02.morning`. */
export function dayKey(day: Pick<ReceptionDay, 'on' | 'part'>): string {
  return `${day.on}.${day.part}`
}
