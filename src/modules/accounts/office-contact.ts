import type { Db } from '../../platform/database.ts'
import type { Scope } from './accounts.ts'
import './accounts.table.ts'

/** Where people come in person. Blank where the administrator has not said. */
export interface OfficeContact {
  address: string
  hours: string
  phone: string
}

export async function findOfficeContact(db: Db, scope: Scope): Promise<OfficeContact> {
  const row = await db
    .selectFrom('authorities')
    .select(['address', 'reception_hours as hours', 'phone'])
    .where('id', '=', scope.authorityId)
    .executeTakeFirst()
  return row ?? { address: '', hours: '', phone: '' }
}
