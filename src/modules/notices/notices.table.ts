import type { Generated } from 'kysely'
import type { MailProblem } from '../../platform/mail.ts'
import type { Lang } from '../../shared/lang.ts'
import type { NoticeChoice } from './choice.ts'
import type { NoticeManner, NoticeState } from './notice.ts'

declare module '../../platform/database.ts' {
  interface Database {
    outbox: OutboxTable
    notice_choices: { authority_id: number; matter_type: string; matter_id: string; choice: NoticeChoice; changed_at: Date }
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
  manner: Generated<NoticeManner>
  digest_id: Generated<string | null>
}
