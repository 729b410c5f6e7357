import type { Generated } from 'kysely'
import type { CivilDate } from '../../shared/civil-date.ts'

declare module '../../platform/database.ts' {
  interface Database {
    log_outbox: { authority_id: number; hint: Generated<number>; entry_id: string }
    log_keys: { authority_id: number; number: number; vkey: string; from_size: number; made_at: Generated<Date> }
    log_heads: {
      authority_id: number
      size: number
      previous_size: number | null
      root: Buffer
      checkpoint: string
      at: Generated<Date>
    }
    log_leaves: {
      authority_id: number
      position: number
      entry_id: string
      on_date: CivilDate
      moves: boolean
      hash: Buffer
      leaf: Buffer
    }
    log_tiles: { authority_id: number; level: number; n: number; hashes: Buffer; root: Buffer }
  }
}
