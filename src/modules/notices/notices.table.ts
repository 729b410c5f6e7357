import type { Generated } from 'kysely'
import type { MailProblem } from '../../platform/mail.ts'
import type { Lang } from '../../shared/lang.ts'
import type { NoticeState } from './notice.ts'

declare module '../../platform/database.ts' {
  interface Database {
    outbox: OutboxTable
  }
}

export interface OutboxTable {
  authority_id: number
  id: string
  matter_type: string
  matter_id: string
  kind: string
  key: string
  lang: Lang
  to_address: string | null
  subject: string
  body: string | null
  state: Generated<NoticeState>
  attempts: Generated<number>
  last_error_code: MailProblem | null
  queued_at: Generated<Date>
  sent_at: Date | null
}
