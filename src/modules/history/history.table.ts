import type { ColumnType, Generated } from 'kysely'

declare module '../../platform/database.ts' {
  interface Database {
    history_entries: {
      authority_id: number
      matter_type: string
      matter_id: string
      seq: number
      id: string
      type: string
      at: Date
      actor_role: string | null
      actor_id: string | null
      audience: 'public' | 'filer' | 'internal'
      facts: ColumnType<Record<string, unknown>, string, never>
    }
    history_words: { authority_id: number; entry_id: string; field: string; words: string; salt: Buffer }
    audit_entries: {
      authority_id: number
      id: Generated<number>
      at: Generated<Date>
      actor_id: string
      action: string
      matter_type: string | null
      matter_id: string | null
      facts: ColumnType<Record<string, unknown>, string | undefined, never>
    }
  }
}
