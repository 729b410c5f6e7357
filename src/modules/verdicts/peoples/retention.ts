import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { findItemOf, lockItemOf } from '../../moderation/index.ts'
import { eraseWords } from './personal-data.ts'
import { VERDICTS_TAG, wordsMatter } from './verdict.ts'
import { listWordsById, lockWords } from './words-repository.ts'
import './peoples.table.ts'

/**
 * The rule `verdict.past`: of words and photos that readers do not see any more, or never saw, everything goes; the figure, what was decided
 * and when stay. What readers see is part of the item's page, and goes when its writer asks. What waits for an officer stays whole.
 */
export const verdictRetention = {
  list: (db: Db, scope: Scope, until: CivilDate, after: string | null, limit: number) => {
    let query = db
      .selectFrom('verdict_words')
      .select(['id as key', sql<string>`to_char(sent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || id`.as('cursor')])
      .where('authority_id', '=', scope.authorityId)
      .where('erased_at', 'is', null)
      .where('status', 'not in', ['waiting', 'shown'])
      // What rests was sent earlier: a wider net than the rule, and the one that has an index.
      .where(sql<boolean>`sent_at < (${until}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
    if (after) {
      const [at, id] = after.split(' ')
      query = query.where(sql<boolean>`(sent_at, id) > (${at}::timestamptz, ${id}::uuid)`)
    }
    return query.orderBy('sent_at').orderBy('id').limit(limit).execute()
  },

  find: async (db: Db, scope: Scope, id: string, lock: boolean) => {
    const matter = wordsMatter({ id })
    // The queue's item before the words, in the order of the moderators' acts.
    const item = lock ? await lockItemOf(db as Trx, scope, matter) : await findItemOf(db, scope, matter)
    const words = lock ? await lockWords(db as Trx, scope, id) : (await listWordsById(db, scope, [id]))[0]
    if (!words || words.erasedAt !== null || words.status === 'waiting' || words.status === 'shown') return undefined
    return {
      matter,
      code: words.code,
      restedOn: civilDateOf(item?.movedAt ?? words.sentAt),
      standing: { type: 'verdict', kind: 'verdict', status: words.status },
      // Nothing ties words to a person, so nobody can be written to.
      email: null,
      n: 1,
    }
  },

  erase: (trx: Trx, scope: Scope, id: string, { now }: { now: Date }): Promise<void> => eraseWords(trx, scope, id, now),

  tags: () => [VERDICTS_TAG],
}
