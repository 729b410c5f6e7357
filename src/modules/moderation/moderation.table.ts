import type { Item } from './moderation.ts'
import type { Signals } from './spam-score.ts'

declare module '../../platform/database.ts' {
  interface Database {
    moderation_items: {
      authority_id: number
      id: string
      subject_type: string
      subject_id: string
      about_type: string
      about_id: string
      status: Item['status']
      step: Item['step']
      version: number
      revision: number
      reason: Item['reason']
      score: number
      signals: Signals | string
      suspect: boolean
      sent_at: Date
      moved_at: Date
      first_shown_at: Date | null
    }
    moderation_texts: { authority_id: number; item_id: string; revision: number; body: string; likeness: Buffer; sent_at: Date }
    moderation_settings: { authority_id: number; subject_type: string; show_at_once: boolean; changed_by: string; changed_at: Date }
  }
}
