import type { CivilDate } from '../../shared/civil-date.ts'

declare module '../../platform/database.ts' {
  interface Database {
    reader_marks: { authority_id: number; subject_type: string; subject_id: string; mark: Buffer }
    reader_day_keys: { authority_id: number; on_date: CivilDate; key: Buffer }
    reader_buckets: {
      authority_id: number
      on_date: CivilDate
      subject_type: string
      subject_id: string
      bucket: Buffer
      n: number
    }
  }
}
