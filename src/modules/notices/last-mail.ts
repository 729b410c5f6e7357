import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import './notices.table.ts'

/** When people were last written to about a matter; mail of one kind does not count. */
export async function lastMailAt(db: Db, scope: Scope, matter: Matter, exceptKind: string): Promise<Date | null> {
  const row = await db
    .selectFrom('outbox')
    .select(sql<Date | null>`max(greatest(queued_at, sent_at))`.as('at'))
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .where('kind', '<>', exceptKind)
    .executeTakeFirst()
  return row?.at ?? null
}
