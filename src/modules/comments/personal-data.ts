import type { Db, Trx } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import { listHistory } from '../history/index.ts'
import { eraseTexts, findItemOf, listTexts, lockItemOf, moderationMatter, takeOut } from '../moderation/index.ts'
import { listConsents, textOfVersion } from '../personal-data/index.ts'
import { matterOf } from './comment.ts'
import { changeWords, eraseWords, findByCode, findById, findWords, lockComment, moveComment } from './comment-repository.ts'
import { standingOf } from './moderated.ts'

/** What is held about who wrote a comment: to be given, put right, or erased on request. */
export const commentPersonalData = {
  find: async (db: Db, scope: Scope, code: string) => {
    const found = await findByCode(db, scope, code)
    const words = found && (await findWords(db, scope, found.id))
    return (
      found && {
        id: found.id,
        code: found.code,
        secretHash: found.secretHash,
        accountId: words?.accountId ?? null,
        email: words?.email ?? null,
      }
    )
  },

  collect: async (db: Db, scope: Scope, id: string) => {
    const found = await findById(db, scope, id)
    const item = await findItemOf(db, scope, matterOf({ id }))
    const { secretHash: _, ...comment } = found ?? { secretHash: null }
    const consents = await listConsents(db, scope, matterOf({ id }))
    return {
      comment,
      writer: await findWords(db, scope, id),
      texts: item ? await listTexts(db, scope, item.id) : [],
      // What an officer said to the writer about it.
      history: item
        ? (await listHistory(db, scope, moderationMatter(item), ['public', 'filer'])).map(({ type, at, facts, words }) => ({
            type,
            at,
            facts,
            words,
          }))
        : [],
      consents: consents.map(({ purpose, given, textVersion, at }) => ({
        purpose,
        given,
        at,
        shown: textOfVersion(textVersion)?.words ?? null,
      })),
    }
  },

  /** The queue's item before the comment, in the order of the moderators' acts. */
  lock: async (trx: Trx, scope: Scope, id: string) => {
    await lockItemOf(trx, scope, matterOf({ id }))
    const comment = await lockComment(trx, scope, id)
    if (!comment) throw new NotFound()
    return { type: 'comment', kind: 'comment', status: comment.status }
  },

  /** A comment knows a name and an address for mail; what else is asked for has nothing to stand in. */
  correct: async (trx: Trx, scope: Scope, id: string, { name, email }: { name?: string; email?: string }) => {
    const old = await findWords(trx, scope, id)
    if (!old) throw new NotFound()
    await changeWords(trx, scope, id, { ...(name ? { name } : {}), ...(email ? { email } : {}) })
    return { ...(name ? { name: old.name } : {}), ...(email && old.email ? { email: old.email } : {}) }
  },

  erase: async (trx: Trx, scope: Scope, id: string, now: Date): Promise<void> => {
    await leavePublic(trx, scope, id, now)
    const item = await findItemOf(trx, scope, matterOf({ id }))
    if (item) await eraseTexts(trx, scope, item)
    await eraseWords(trx, scope, id, now)
  },

  stopUse: async (trx: Trx, scope: Scope, id: string, contact: boolean, at: Date): Promise<void> => {
    await leavePublic(trx, scope, id, at)
    if (contact) await changeWords(trx, scope, id, { email: null })
  },

  listOfAccount: (db: Db, scope: Scope, accountId: string) =>
    db
      .selectFrom('comment_words')
      .innerJoin('comments', (join) =>
        join.onRef('comments.authority_id', '=', 'comment_words.authority_id').onRef('comments.id', '=', 'comment_words.comment_id'),
      )
      .select(['comments.id', 'comments.code'])
      .where('comment_words.authority_id', '=', scope.authorityId)
      .where('comment_words.account_id', '=', accountId)
      .orderBy('comments.id')
      .execute(),

  codes: async (db: Db, scope: Scope, ids: readonly string[]) => {
    if (ids.length === 0) return new Map<string, string>()
    const rows = await db
      .selectFrom('comments')
      .select(['id', 'code'])
      .where('authority_id', '=', scope.authorityId)
      .where('id', 'in', [...ids])
      .execute()
    return new Map(rows.map(({ id, code }) => [id, code]))
  },

  // Which subject it stood under is not known here: all pages with comments are drawn anew, this once.
  tags: () => ['comments'],
}

async function leavePublic(trx: Trx, scope: Scope, id: string, at: Date): Promise<void> {
  await lockItemOf(trx, scope, matterOf({ id }))
  const comment = await lockComment(trx, scope, id)
  const item = await takeOut(trx, scope, matterOf({ id }), at)
  if (comment && item) await moveComment(trx, scope, comment, standingOf(item))
}
