import type { CivilDate } from '../../../shared/civil-date.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    programme_reminders: {
      authority_id: number
      thing_id: string
      person_id: string
      late_from: CivilDate
      stage: number
      told_on: CivilDate
    }
    programme_partner_told: { authority_id: number; task_id: string; unit_id: string; due_on: CivilDate | null; told_on: CivilDate }
    programme_feeds: { authority_id: number; person_id: string; unit_id: string | null; token_hash: Buffer; made_at: Date }
  }
}
