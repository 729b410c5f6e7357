import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import './notices.table.ts'

/** Mail about a matter, as part of the data held about its filer. */
export const noticePersonalData = {
  collect: async (db: Db, scope: Scope, matter: Matter) => ({
    mails: await ofMatter(db, scope, matter)
      .select(['queued_at as at', 'to_address as to', 'subject', 'body', 'state'])
      .orderBy('id')
      .execute(),
  }),
  /** Addresses and words go; what still waited is not sent any more. */
  erase: async (trx: Trx, scope: Scope, matter: Matter): Promise<void> => {
    await trx
      .updateTable('outbox')
      .set({ to_address: null, body: null, state: sql<'failed'>`case when state = 'queued' then 'failed' else state end` })
      .where('authority_id', '=', scope.authorityId)
      .where('matter_type', '=', matter.type)
      .where('matter_id', '=', matter.id)
      .execute()
  },
}

function ofMatter(db: Db, scope: Scope, matter: Matter) {
  return db
    .selectFrom('outbox')
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
}
