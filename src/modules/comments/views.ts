import type { Db } from '../../platform/database.ts'
import { instantText } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import { listHistory } from '../history/index.ts'
import { findItemOf, listTexts, type ModerationAct, moderationMatter, writerActs } from '../moderation/index.ts'
import { findChoice, type NoticeChoice } from '../notices/index.ts'
import { type Comment, matterOf, subjectOf, writeSubject } from './comment.ts'
import { findWords } from './comment-repository.ts'
import type { PublicComment, Thread } from './list-comments.ts'
import type { Commented, CommentSubjects } from './subject.ts'

/** A comment as its writer sees it. */
export interface OwnView {
  comment: Comment
  itemId: string
  version: number
  /** Null when it is no longer public. */
  about: Commented | null
  name: string | null
  /** As it was last sent; null once erased. */
  body: string | null
  /** What the officer wrote about the last removal. */
  words: string | null
  acts: ModerationAct[]
  /** How much mail its writer wants; null without an address. */
  mail: NoticeChoice | null
}

export async function viewOwn(db: Db, scope: Scope, subjects: CommentSubjects, comment: Comment): Promise<OwnView> {
  const item = await findItemOf(db, scope, matterOf(comment))
  if (!item) throw new NotFound()
  const [words, texts, history, about] = await Promise.all([
    findWords(db, scope, comment.id),
    listTexts(db, scope, item.id),
    listHistory(db, scope, moderationMatter(item), ['public', 'filer']),
    subjects[comment.subjectType]?.find(db, scope, comment.subjectId),
  ])
  const removal = comment.reason ? history.findLast(({ type }) => type === 'moderation.removed') : undefined
  return {
    comment,
    itemId: item.id,
    version: item.version,
    about: about ?? null,
    name: words?.name ?? null,
    body: texts[0]?.body ?? null,
    words: removal?.words['words'] ?? null,
    acts: writerActs(item),
    mail: words?.email ? await findChoice(db, scope, matterOf(comment)) : null,
  }
}

/** For everybody: nothing that is not shown has words here. */
export function publicJson(comment: PublicComment) {
  const { id, parentId, status, reason, name, body, sentAt, replies, seen, byAccount } = comment
  return {
    id,
    subject: writeSubject(subjectOf(comment)),
    parent: parentId,
    status,
    reason,
    name,
    body,
    byAccount,
    moderated: status !== 'shown' || seen,
    sentAt: instantText(sentAt),
    replies,
  }
}

export function threadJson({ answers, ...comment }: Thread) {
  return { ...publicJson(comment), answers: answers.map(publicJson) }
}

export function ownJson({ comment, version, name, body, words, acts }: OwnView) {
  const { id, code, parentId, status, reason, sentAt, replies } = comment
  return {
    id,
    code,
    subject: writeSubject(subjectOf(comment)),
    parent: parentId,
    status,
    wasShown: comment.firstShownAt !== null,
    reason,
    words,
    name,
    body,
    sentAt: instantText(sentAt),
    replies,
    version,
    acts,
  }
}
