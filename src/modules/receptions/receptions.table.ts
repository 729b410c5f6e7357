import type { Generated } from 'kysely'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Classification, EntryStatus, Occasion } from './entry.ts'

declare module '../../platform/database.ts' {
  interface Database {
    reception_books: { authority_id: number; year: number; last_number: number }
    reception_entries: {
      authority_id: number
      id: string
      year: number
      number: number
      received_on: CivilDate
      occasion: Occasion
      classification: Classification
      people: number
      root_id: string
      matter_type: string | null
      matter_id: string | null
      settled_by: string | null
      competent: boolean
      guided_to: string | null
      guided_document: string | null
      transferred_to: string | null
      transferred_document: string | null
      status: EntryStatus
      version: Generated<number>
      client_token: string
      written_by: string | null
      written_at: Date
    }
    reception_people: {
      authority_id: number
      entry_id: string
      classification: Classification
      name: string
      address: string | null
      identity: string | null
      representatives: string | null
      search: string
    }
    reception_words: { authority_id: number; entry_id: string; summary: string; follow_up: string | null; search: string }
    report_cutoffs: {
      authority_id: number
      valid_from: CivilDate
      start_day: number
      document_number: string
      set_by: string | null
      set_at: Generated<Date>
    }
  }
}
