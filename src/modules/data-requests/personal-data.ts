import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { listHistory, type Matter } from '../history/index.ts'
import { noticePersonalData } from '../notices/index.ts'
import { matterOf } from './data-request.ts'
import { findWords } from './data-request-repository.ts'
import type { PersonalDataPart } from './source.ts'
import './data-requests.table.ts'

/** What was asked about the data of a matter or an account, this request and those before: the office keeps it, so the copy says it. */
export const dataRequestPersonalData: PersonalDataPart = {
  collect: async (db: Db, scope: Scope, matter: Matter) => {
    const rows = await db
      .selectFrom('data_requests')
      .select(['id', 'code', 'kind', 'proof', 'status', 'requested_at as at', 'done_on as doneOn', 'refusal_basis as basis'])
      .where('authority_id', '=', scope.authorityId)
      .where('subject_type', '=', matter.type as 'petition')
      .where('subject_id', '=', matter.id)
      .orderBy('requested_at')
      .orderBy('id')
      .execute()
    const dataRequests = rows.map(async ({ id, ...row }) => ({
      ...row,
      asked: (await findWords(db, scope, id)) ?? null,
      history: (await listHistory(db, scope, matterOf({ id }), ['public', 'filer'])).map(({ type, at, facts, words }) => ({
        type,
        at,
        facts,
        words,
      })),
      ...(await noticePersonalData.collect(db, scope, matterOf({ id }))),
    }))
    return { dataRequests: await Promise.all(dataRequests) }
  },

  // What was asked stays as proof of what was done; the words go by a rule of retention of their own.
  erase: async () => undefined,
}
