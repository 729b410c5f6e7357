import type { Trx } from '../../platform/database.ts'
import { localPath } from '../../shared/lang.ts'
import { listAuthorities, type Scope } from '../accounts/index.ts'
import { moderationText, type Reason } from '../moderation/index.ts'
import { queueNotice } from '../notices/index.ts'
import { type Comment, matterOf } from './comment.ts'
import { findById, findWords } from './comment-repository.ts'
import { paths } from './paths.ts'
import type { CommentSubjects } from './subject.ts'
import { text } from './text.ts'

/** What a writer who left an address is told of. */
export type Told = 'shown' | 'refused' | 'removed' | 'restored' | 'replied'

interface Telling {
  comment: Comment
  what: Told
  /** Told once under this key. */
  key: string
  reason?: Reason | null
  /** Where it can be seen; null: on the writer's own page. */
  href?: string | null
}

/** Queues the mail in the transaction of the act; nothing without an address. No word of the comment is in it. */
export async function tellWriter(trx: Trx, scope: Scope, telling: Telling, publicUrl: string | null): Promise<void> {
  const { comment, what, key, reason, href } = telling
  const words = await findWords(trx, scope, comment.id)
  if (!words?.email) return
  const { lang } = words
  const { mail } = text[lang]
  const authority = (await listAuthorities(trx)).find(({ id }) => id === scope.authorityId)?.name ?? ''
  const url = publicUrl && `${new URL(publicUrl).origin}${localPath(lang, href ?? paths.own(comment.code))}`
  const parts = [
    mail.greeting,
    mail.opening[what](comment.code),
    ...(reason ? [mail.reason(moderationText[lang].reason[reason])] : []),
    ...(what === 'refused' || what === 'removed' ? [mail.again] : []),
    ...(url ? [mail.see(url)] : []),
    authority,
  ]
  await queueNotice(trx, scope, {
    matter: matterOf(comment),
    kind: `comment.${what}`,
    key: `comment.${what}:${comment.id}:${key}`,
    lang,
    to: words.email,
    subject: mail.subject(comment.code),
    body: `${parts.join('\n\n')}\n`,
  })
}

/** An answer can be read: the writer of what it answers is told, once an answer. */
export async function tellReplied(
  trx: Trx,
  scope: Scope,
  reply: Comment,
  publicUrl: string | null,
  subjects: CommentSubjects,
): Promise<void> {
  if (!reply.parentId) return
  const parent = await findById(trx, scope, reply.parentId)
  if (parent?.status !== 'shown') return
  const about = await subjects[reply.subjectType]?.find(trx, scope, reply.subjectId)
  if (!about) return
  await tellWriter(
    trx,
    scope,
    { comment: parent, what: 'replied', key: reply.id, href: `${about.href}#${paths.anchor(reply.id)}` },
    publicUrl,
  )
}
