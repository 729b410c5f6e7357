import type { Lang } from '../../shared/lang.ts'
import type { MessageKind } from './message.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface MessagesText {
  none: string
  /** In place of words that were erased. */
  erased: string
  /** Heading of a message, by who reads it. */
  from: Record<'filer' | 'office', Record<MessageKind, string>>
}

export const text: Record<Lang, MessagesText> = { vi, en }
