import type { Trx } from '../../platform/database.ts'
import { longInstant } from '../../shared/format.ts'
import { type Lang, localPath } from '../../shared/lang.ts'
import { listAuthorities, type Scope } from '../accounts/index.ts'
import { moderationText, type Reason } from '../moderation/index.ts'
import { type Digester, queueNotice } from '../notices/index.ts'
import { type Comment, matterOf } from './comment.ts'
import { findById, findWords } from './comment-repository.ts'
import { paths } from './paths.ts'
import type { CommentSubjects } from './subject.ts'
import { text } from './text.ts'

/** What a writer who left an address is told of. */
const tellings = ['shown', 'refused', 'removed', 'restored', 'replied'] as const
export type Told = (typeof tellings)[number]

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
  const parts = [mail.opening[what](comment.code), ...whyGone(lang, reason)]
  await queueNotice(trx, scope, {
    matter: matterOf(comment),
    kind: `comment.${what}`,
    key: `comment.${what}:${comment.id}:${key}`,
    lang,
    to: words.email,
    subject: mail.subject(comment.code),
    body: await framed(trx, scope, lang, parts, publicUrl, href ?? paths.own(comment.code)),
  })
}

/** The daily mail of a comment: what happened, in order, and why it is gone if it is. */
export function commentDigest(publicUrl: string | null): Digester {
  return async (trx, scope, id, lang, events) => {
    const comment = await findById(trx, scope, id)
    if (!comment) throw new Error(`There is no comment ${id} to write the daily mail about.`)
    const { mail } = text[lang]
    const lines = events.flatMap(({ kind, at }) => {
      const what = tellings.find((one) => kind === `comment.${one}`)
      return what ? [mail.digest.line(longInstant(lang, at), mail.opening[what](comment.code))] : []
    })
    const parts = [mail.digest.lead(comment.code), ...lines, ...whyGone(lang, comment.reason)]
    return { subject: mail.subject(comment.code), body: await framed(trx, scope, lang, parts, publicUrl, paths.own(comment.code)) }
  }
}

/** The reason of a removal, and that the words are still there. */
function whyGone(lang: Lang, reason: Reason | null | undefined): string[] {
  return reason ? [text[lang].mail.reason(moderationText[lang].reason[reason]), text[lang].mail.again] : []
}

/** Between greeting and the office's name; the address only where the site knows its own. */
async function framed(trx: Trx, scope: Scope, lang: Lang, parts: readonly string[], publicUrl: string | null, path: string) {
  const { mail } = text[lang]
  const authority = (await listAuthorities(trx)).find(({ id }) => id === scope.authorityId)?.name ?? ''
  const see = publicUrl ? [mail.see(`${new URL(publicUrl).origin}${localPath(lang, path)}`)] : []
  return `${[mail.greeting, ...parts, ...see, authority].join('\n\n')}\n`
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
