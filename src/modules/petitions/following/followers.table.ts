import type { Generated } from 'kysely'
import type { Lang } from '../../../shared/lang.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    petition_followers: {
      authority_id: number
      id: string
      petition_id: string
      email: string | null
      account_id: string | null
      lang: Lang
      asked_at: Date
      confirmed_at: Date | null
      email_confirmed_at: Date | null
      told_seq: Generated<number>
      ended_at: Generated<Date | null>
      erased_at: Generated<Date | null>
    }
  }
}
