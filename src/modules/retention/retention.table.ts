import type { Generated } from 'kysely'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { BatchStatus, ItemState } from './batch.ts'
import type { Because } from './decide.ts'
import type { Ground } from './hold.ts'
import type { RuleId } from './rule.ts'

declare module '../../platform/database.ts' {
  interface Database {
    retention_switches: {
      authority_id: number
      id: string
      rule: RuleId
      is_on: boolean
      keep_months: number
      announce_days: number
      document_number: string
      set_by: string
      set_at: Date
    }
    retention_batches: {
      authority_id: number
      id: string
      code: string
      rule: RuleId
      switch_id: string
      status: BatchStatus
      announced_on: CivilDate
      erase_from: CivilDate
      waiting: number
      erased: Generated<number>
      taken_out: Generated<number>
      done_on: CivilDate | null
    }
    retention_items: {
      authority_id: number
      batch_id: string
      position: number
      rule: RuleId
      key: string
      code: string | null
      rested_on: CivilDate
      n: number
      state: ItemState
      because: Because | null
      decided_at: Date | null
    }
    retention_holds: {
      authority_id: number
      id: string
      matter_type: string
      matter_id: string
      code: string
      ground: Ground
      document_number: string
      review_on: CivilDate
      placed_by: string
      placed_at: Date
      lifted_by: string | null
      lifted_at: Date | null
    }
  }
}
