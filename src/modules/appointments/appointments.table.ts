import type { Generated } from 'kysely'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { AppointmentStatus, Part } from './appointment.ts'

declare module '../../platform/database.ts' {
  interface Database {
    reception_days: {
      authority_id: number
      on_date: CivilDate
      part: Part
      place: string
      starts: string
      ends: string
      leader: string | null
      capacity: number
      published_on: CivilDate
    }
    appointments: {
      authority_id: number
      id: string
      code: string
      status: AppointmentStatus
      version: number
      subject: string
      words: string | null
      wanted_on: CivilDate
      wanted_part: Part
      on_date: CivilDate
      part: Part
      at: string
      place: string
      asked_at: Date
      asked_on: CivilDate
      held_on: CivilDate | null
      promised_on: CivilDate | null
      secret_hash: Buffer
      client_token: string
      erased_at: Generated<Date | null>
    }
    appointment_filers: {
      authority_id: number
      appointment_id: string
      name: string
      phone: string | null
      account_id: Generated<string | null>
    }
  }
}
