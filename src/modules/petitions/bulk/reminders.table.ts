import type { CivilDate } from '../../../shared/civil-date.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    petition_reminders: { authority_id: number; petition_id: string; reminded_on: CivilDate; bulk_id: string }
  }
}
