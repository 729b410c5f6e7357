import { randomBytes, randomUUID } from 'node:crypto'
import { codeOf, nextNumber } from '../../platform/code-numbers.ts'
import type { Trx } from '../../platform/database.ts'
import { rowsFor, writeTogether } from '../../platform/write-together.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import type { Authority, Scope } from '../accounts/index.ts'
import { type BroughtWriting, bringWriting } from '../moderation/index.ts'
import { recount } from '../tallies/index.ts'
import { type Comment, legible, matterOf } from './comment.ts'
import { addReply, commentColumns, lockComment } from './comment-repository.ts'
import { standingOf } from './moderated.ts'
import { countsFor } from './rules.ts'

export interface BroughtComment extends Omit<BroughtWriting, 'subject'> {
  id: string
  site: Pick<Authority, 'codePrefix'>
  /** Null: it stands by itself; else a comment that stands by itself. */
  parentId: string | null
}

/**
 * A comment that somebody wrote at an earlier portal, without mail address and without a secret: its writer consented to nothing here,
 * and is told nothing. Who wants it erased asks at the office.
 */
export async function bringComment(trx: Trx, scope: Scope, brought: BroughtComment): Promise<Comment> {
  const { id, site, about, parentId, body, name, sentAt } = brought
  const parent = parentId === null ? undefined : await lockComment(trx, scope, parentId)
  // Under a comment that nobody can read nothing was read there either.
  const isHidden = parent !== undefined && parent.status !== 'shown' && brought.status === 'shown'
  const year = Number(civilDateOf(sentAt).slice(0, 4))
  const code = codeOf(`${site.codePrefix}-YK`, year, await nextNumber(trx, scope, 'comment', year))
  const item = await bringWriting(trx, scope, { ...brought, ...(isHidden ? { status: 'waiting' } : {}), subject: matterOf({ id }) })
  const { status, reason, seen, firstShownAt } = standingOf(item)
  const comment = await trx
    .insertInto('comments')
    .values({
      authority_id: scope.authorityId,
      id,
      code,
      subject_type: about.type,
      subject_id: about.id,
      parent_id: parentId,
      status,
      reason,
      seen,
      first_shown_at: firstShownAt,
      by_account: false,
      sent_at: sentAt,
      // The hash of no secret that anybody has.
      secret_hash: randomBytes(32),
      client_token: randomUUID(),
      erased_at: null,
    })
    .returning(commentColumns)
    .executeTakeFirstOrThrow()
  const key = { authority_id: scope.authorityId, comment_id: id }
  const words = { ...key, name: legible(name), email: null, account_id: null, lang: 'vi' as const, body: legible(body) }
  await writeTogether(trx, [rowsFor('comment_words', [words])])
  await recount(trx, scope, [], countsFor(comment))
  if (parentId && comment.status === 'shown') await addReply(trx, scope, parentId, 1)
  return comment
}
