import type { ColumnType } from 'kysely'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { ReportData, ReportEvery, ReportStatus } from './report.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    programme_reports: {
      authority_id: number
      id: string
      code: string
      plan_id: string
      programme_id: string
      unit_id: string
      every: ReportEvery
      period: string
      from_on: CivilDate
      to_on: CivilDate
      due_on: CivilDate
      late_from: CivilDate
      status: ReportStatus
      version: number
      result: string | null
      obstacles: string | null
      proposals: string | null
      data: ColumnType<ReportData | null, string | null, string | null>
      requested_on: CivilDate
      submitted_on: CivilDate | null
      submitted_by: string | null
      accepted_on: CivilDate | null
      updated_at: Date
    }
  }
}
