import { sql } from 'kysely'
import type { Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import './notices.table.ts'

/** Somebody left: what waits is not sent, and addresses and words of what was sent go. */
export async function silenceMail(trx: Trx, scope: Scope, matter: Matter): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({
      to_address: null,
      body: null,
      state: sql<'silenced'>`case when state in ('queued', 'gathered', 'kept') then 'silenced' else state end`,
    })
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .execute()
}
