import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { eraseHistoryWords, lastStepAt, type Matter } from '../history/index.ts'
import { noticePersonalData } from '../notices/index.ts'
import { matterOf } from './data-request.ts'
import { eraseWords, findByCode, findWords, lockDataRequest } from './data-request-repository.ts'
import './data-requests.table.ts'

const ended = ['done', 'refused', 'cancelled'] as const

/** The rule `request.words`: what the requester wrote; the request stays as proof. */
export const dataRequestRetention = {
  list: async (db: Db, scope: Scope, until: CivilDate, after: string | null, limit: number) => {
    let query = db
      .selectFrom('data_requests')
      .innerJoin('data_request_words', (join) =>
        join
          .onRef('data_request_words.authority_id', '=', 'data_requests.authority_id')
          .onRef('data_request_words.request_id', '=', 'data_requests.id'),
      )
      .select(['id as key', sql<string>`requested_on || ' ' || id`.as('cursor')])
      .where('data_requests.authority_id', '=', scope.authorityId)
      .where('status', 'in', [...ended])
      .where('requested_on', '<=', until)
    if (after) {
      const [on, id] = after.split(' ')
      query = query.where(sql<boolean>`(requested_on, id) > (${on}::date, ${id}::uuid)`)
    }
    return query.orderBy('requested_on').orderBy('id').limit(limit).execute()
  },

  find: async (db: Db, scope: Scope, id: string, lock: boolean) => {
    let query = db
      .selectFrom('data_requests')
      .select(['code', 'done_on as doneOn', 'requested_on as requestedOn'])
      .where('authority_id', '=', scope.authorityId)
      .where('id', '=', id)
      .where('status', 'in', [...ended])
    if (lock) query = query.forUpdate()
    const row = await query.executeTakeFirst()
    const words = row && (await findWords(db, scope, id))
    if (!row || !words) return undefined
    const last = await lastStepAt(db, scope, matterOf({ id }))
    return {
      matter: matterOf({ id }),
      code: row.code,
      restedOn: row.doneOn ?? (last ? civilDateOf(last) : row.requestedOn),
      // The mail says how to open a case; of a request there is nothing to keep back.
      email: null,
      n: 1,
    }
  },

  erase: async (trx: Trx, scope: Scope, id: string): Promise<void> => {
    await eraseWords(trx, scope, id)
    await eraseHistoryWords(trx, scope, matterOf({ id }))
    await noticePersonalData.erase(trx, scope, matterOf({ id }))
  },

  tags: () => [],
}

/** For any matter: whether something is asked about its data, and when that was last so. */
export async function watchDataRequests(db: Db, scope: Scope, matter: Matter) {
  const rows = await db
    .selectFrom('data_requests')
    .select(['status', sql<CivilDate>`greatest(requested_on, done_on)`.as('lastOn')])
    .where('authority_id', '=', scope.authorityId)
    .where('subject_type', '=', matter.type as 'petition')
    .where('subject_id', '=', matter.id)
    .execute()
  const isOpen = rows.some(({ status }) => status === 'received' || status === 'acknowledged')
  return {
    obstacles: isOpen ? (['openRequest'] as const) : [],
    touchedOn:
      rows
        .map(({ lastOn }) => lastOn)
        .toSorted()
        .at(-1) ?? null,
  }
}

/** A request as something that can be held itself. */
export const dataRequestSubject = {
  find: (db: Db, scope: Scope, code: string) => findByCode(db, scope, code),
  lock: (trx: Trx, scope: Scope, id: string) => lockDataRequest(trx, scope, id),
}
