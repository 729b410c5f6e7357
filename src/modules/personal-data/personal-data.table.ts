import type { CivilDate } from '../../shared/civil-date.ts'
import type { Purpose } from './consents.ts'

declare module '../../platform/database.ts' {
  interface Database {
    consent_entries: {
      authority_id: number
      id: string
      matter_type: string
      matter_id: string
      purpose: Purpose
      given: boolean
      text_version: string | null
      by_role: 'filer' | 'receptionOfficer' | 'follower'
      at: Date
    }
    filer_looks: { authority_id: number; matter_type: string; matter_id: string; seen_on: CivilDate }
  }
}
