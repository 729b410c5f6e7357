import type { Generated } from 'kysely'
import type { CivilDate } from '../../shared/civil-date.ts'

declare module '../../platform/database.ts' {
  interface Database {
    visit_totals: {
      authority_id: number
      period: 'day' | 'month' | 'all'
      starts_on: CivilDate
      visits: Generated<number>
      pages: Generated<number>
      robot_pages: Generated<number>
      carried_over: Generated<number>
    }
    visit_imports: {
      authority_id: number
      carried_over_on: CivilDate
      read_on: CivilDate
      online: number
      today: number
      month: number
      total: number
    }
    view_totals: {
      authority_id: number
      subject_type: string
      subject_id: string
      views: Generated<number>
      robot_views: Generated<number>
      carried_over: Generated<number>
    }
    open_visits: { authority_id: number; visit: string; minute: number; member: Generated<boolean> }
    open_visit_views: { authority_id: number; visit: string; subject_type: string; subject_id: string }
    online_minutes: { authority_id: number; minute: number; visits: number; members: Generated<number> }
    visit_batches: { authority_id: number; id: string; written_at: Generated<Date> }
  }
}
