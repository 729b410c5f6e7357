import { isUuid } from '../../shared/ids.ts'
import type { Matter } from '../history/index.ts'
import type { ItemStatus, Reason } from '../moderation/index.ts'

/** Letters of a comment, counted as people count them after NFC. */
export const MOST_LETTERS = 2_000
export const NAME_LETTERS = 60

export const sorts = ['newest', 'oldest', 'replies'] as const
export type Sort = (typeof sorts)[number]

/** What a reader wrote; no personal text. */
export interface Comment {
  id: string
  code: string
  subjectType: string
  subjectId: string
  /** Null: it stands by itself; else it answers that comment. */
  parentId: string | null
  status: ItemStatus
  reason: Reason | null
  /** An officer has read what is shown. */
  seen: boolean
  /** Null: nobody but the writer and the office ever read it. */
  firstShownAt: Date | null
  /** Answers that everybody can read. */
  replies: number
  byAccount: boolean
  sentAt: Date
}

export interface CommentWords {
  name: string
  email: string | null
  accountId: string | null
  lang: 'vi' | 'en'
  body: string
}

export function matterOf({ id }: Pick<Comment, 'id'>): Matter {
  return { type: 'comment', id }
}

export function subjectOf({ subjectType, subjectId }: Pick<Comment, 'subjectType' | 'subjectId'>): Matter {
  return { type: subjectType, id: subjectId }
}

/** `article:018f…`, as addresses and programs write it. */
export function writeSubject({ type, id }: Matter): string {
  return `${type}:${id}`
}

export function readSubject(text: unknown): Matter | null {
  const [type = '', id = '', ...rest] = typeof text === 'string' ? text.split(':') : []
  return /^[a-zA-Z]{1,40}$/.test(type) && isUuid(id) && rest.length === 0 ? { type, id: id.toLowerCase() } : null
}

/** Without the signs that turn the order of writing: they can make one text look like another. The original keeps them. */
export function legible(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}
