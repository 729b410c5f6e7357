import type { Generated } from 'kysely'
import type { MessageKind } from './message.ts'

declare module '../../platform/database.ts' {
  interface Database {
    messages: MessagesTable
  }
}

export interface MessagesTable {
  authority_id: number
  id: string
  matter_type: string
  matter_id: string
  kind: MessageKind
  author_person_id: string | null
  body: string | null
  created_at: Generated<Date>
}
