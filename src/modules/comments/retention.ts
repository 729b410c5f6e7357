import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { eraseTexts, findItemOf, lockItemOf } from '../moderation/index.ts'
import { noticePersonalData } from '../notices/index.ts'
import { matterOf } from './comment.ts'
import { eraseContacts, eraseWords, findById, findWords, lockComment } from './comment-repository.ts'
import { paths } from './paths.ts'
import { commentPersonalData } from './personal-data.ts'
import './comments.table.ts'

/**
 * The rule `comment.past`. Of a comment that readers see, the address and the account go: name and words are part of the page. Of one that
 * they do not see any more, or never saw, everything goes; that it was decided on, when and why, stays. What waits for an officer stays whole.
 */
export const commentRetention = {
  list: async (db: Db, scope: Scope, until: CivilDate, after: string | null, limit: number) => {
    let query = db
      .selectFrom('comments')
      .select(['id as key', sql<string>`to_char(sent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || id`.as('cursor')])
      .where('authority_id', '=', scope.authorityId)
      .where('erased_at', 'is', null)
      .where('status', '<>', 'waiting')
      // What rests was sent earlier: a wider net than the rule, and the one that has an index.
      .where(sql<boolean>`sent_at < (${until}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
      .where(sql<boolean>`(status <> 'shown' or exists (select from comment_words w
        where w.authority_id = comments.authority_id and w.comment_id = comments.id and (w.email is not null or w.account_id is not null)))`)
    if (after) {
      const [at, id] = after.split(' ')
      query = query.where(sql<boolean>`(sent_at, id) > (${at}::timestamptz, ${id}::uuid)`)
    }
    return query.orderBy('sent_at').orderBy('id').limit(limit).execute()
  },

  find: async (db: Db, scope: Scope, id: string, lock: boolean) => {
    // The queue's item before the comment, in the order of the moderators' acts.
    const item = lock ? await lockItemOf(db as Trx, scope, matterOf({ id })) : await findItemOf(db, scope, matterOf({ id }))
    const comment = lock ? await lockComment(db as Trx, scope, id) : await findById(db, scope, id)
    const words = comment && (await findWords(db, scope, id))
    if (!comment || !words || comment.status === 'waiting') return undefined
    if (comment.status === 'shown' && words.email === null && words.accountId === null) return undefined
    const moved = civilDateOf(item?.movedAt ?? comment.sentAt)
    return {
      matter: matterOf({ id }),
      linked: words.accountId ? [{ type: 'account', id: words.accountId }] : [],
      code: comment.code,
      restedOn: moved,
      standing: { type: 'comment', kind: 'comment', status: comment.status },
      email: words.email,
      openAt: paths.own(comment.code),
      n: 1,
    }
  },

  erase: async (trx: Trx, scope: Scope, id: string, { now }: { now: Date }): Promise<void> => {
    const item = await lockItemOf(trx, scope, matterOf({ id }))
    const comment = await lockComment(trx, scope, id)
    if (comment?.status === 'shown') await eraseContacts(trx, scope, id)
    else {
      if (item) await eraseTexts(trx, scope, item)
      await eraseWords(trx, scope, id, now)
    }
    await noticePersonalData.erase(trx, scope, matterOf({ id }))
  },

  tags: commentPersonalData.tags,
}
