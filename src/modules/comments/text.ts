import type { DatasetWords } from '../../shared/dataset.ts'
import type { Lang } from '../../shared/lang.ts'
import type { ItemStatus } from '../moderation/index.ts'
import type { ChoiceWords } from '../notices/index.ts'
import type { Sort } from './comment.ts'
import type { CommentField } from './dataset.ts'
import type { Told } from './tell-writer.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface CommentsText {
  /** Name of this kind of writing. */
  kind: string
  nameErased: string
  subjectGone: string
  sort: Record<Sort, string>
  fields: Record<string, string>
  errors: Record<'comments_closed' | 'parent_not_there' | 'comment_too_often' | 'comment_too_many', string>
  section: {
    title: string
    count: (n: string) => string
    none: string
    sortLabel: string
    write: string
    closed: string
    reply: string
    replyTo: (name: string) => string
    replies: (n: string) => string
    allReplies: (n: string) => string
    more: string
    unseen: string
    leftOut: string
    removed: (reason: string) => string
    withdrawn: string
    waitingAgain: string
    gone: string
    link: string
  }
  list: { title: (about: string) => string; answersTo: string; back: (about: string) => string }
  form: {
    title: string
    titleReply: string
    about: string
    answers: string
    lead: string
    asAccount: (name: string) => string
    nameHint: string
    bodyHint: (max: string) => string
    trap: string
    send: string
    expired: string
    rules: string
  }
  own: {
    title: (code: string) => string
    now: Record<ItemStatus, string>
    status: Record<ItemStatus, string>
    refused: string
    reason: string
    wordsOf: string
    yours: string
    keep: string
    link: string
    edit: string
    editHint: string
    editSend: string
    withdraw: string
    withdrawHint: string
    erase: string
    eraseLink: string
    saved: string
    see: string
    erased: string
    facts: Record<'name' | 'about' | 'sent' | 'code' | 'secret', string>
  }
  lookup: { title: string; lead: string; submit: string; wrong: string }
  dataset: DatasetWords<CommentField>
  mail: {
    kinds: Record<`comment.${Told}` | 'comment.digest', string>
    /** Of the choice of mail about a comment. */
    choice: ChoiceWords
    subject: (code: string) => string
    greeting: string
    opening: Record<Told, (code: string) => string>
    reason: (reason: string) => string
    again: string
    see: (url: string) => string
    /** The daily mail: what it is about, and a line of it. */
    digest: { lead: (code: string) => string; line: (when: string, what: string) => string }
  }
}

export const text: Record<Lang, CommentsText> = { vi, en }
