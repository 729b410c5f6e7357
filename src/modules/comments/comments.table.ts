import type { Generated } from 'kysely'
import type { Lang } from '../../shared/lang.ts'
import type { Comment } from './comment.ts'

declare module '../../platform/database.ts' {
  interface Database {
    comments: {
      authority_id: number
      id: string
      code: string
      subject_type: string
      subject_id: string
      parent_id: string | null
      status: Comment['status']
      reason: Comment['reason']
      seen: boolean
      first_shown_at: Date | null
      replies: Generated<number>
      by_account: boolean
      sent_at: Date
      secret_hash: Buffer
      client_token: string
      erased_at: Date | null
    }
    comment_words: {
      authority_id: number
      comment_id: string
      name: string
      email: string | null
      account_id: string | null
      lang: Lang
      body: string
    }
  }
}
