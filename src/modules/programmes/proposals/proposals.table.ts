import type { CivilDate } from '../../../shared/civil-date.ts'
import type { ItemKind, Recurrence, UnreadBecause } from '../reading/plan.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    programme_proposals: {
      authority_id: number
      programme_id: string
      place: number
      kind: ItemKind
      title: string
      lead: string | null
      partners: string | null
      due_words: string | null
      due_on: CivilDate | null
      every: Recurrence | null
      path: string
      sentence: string
      anchor_id: string | null
      /** A decimal number, which PostgreSQL gives as text. */
      sure: string | null
      because: UnreadBecause | null
      ticked: boolean
      joined: boolean
      taken_on: CivilDate | null
    }
  }
}
