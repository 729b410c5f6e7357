import type { Outcome } from './witness.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    log_witnesses: {
      authority_id: number
      id: string
      title: string
      vkey: string
      url: string | null
      added_by: string
      added_at: Date
      retired_by: string | null
      retired_at: Date | null
      outcome: Outcome | null
      outcome_at: Date | null
      known_size: number | null
    }
    log_cosignatures: { authority_id: number; size: number; witness_id: string; line: string; cosigned_at: Date }
    log_refusals: {
      authority_id: number
      id: string
      witness_id: string
      reason: 'shorter' | 'otherRoot' | 'inconsistent'
      known_size: number
      shown_size: number
      first_at: Date
      last_at: Date
      note: string | null
    }
  }
}
