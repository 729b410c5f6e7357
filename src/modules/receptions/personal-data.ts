import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { forgetEntry } from './erase-person.ts'
import './receptions.table.ts'

interface Matter {
  type: string
  id: string
}

/** The line of the reception book that belongs to a matter, as part of the data held about who came. */
export const receptionPersonalData = {
  collect: async (db: Db, scope: Scope, matter: Matter) => {
    const entry = await ofMatter(db, scope, matter)
    if (!entry) return {}
    const people = await db
      .selectFrom('reception_people')
      .selectAll()
      .where('authority_id', '=', scope.authorityId)
      .where('entry_id', '=', entry.id)
      .execute()
    const words = await db
      .selectFrom('reception_words')
      .select(['summary', 'follow_up as followUp'])
      .where('authority_id', '=', scope.authorityId)
      .where('entry_id', '=', entry.id)
      .execute()
    return { receptionBook: { ...entry, people, words } }
  },
  erase: async (trx: Trx, scope: Scope, matter: Matter): Promise<void> => {
    const entry = await ofMatter(trx, scope, matter)
    if (entry) await forgetEntry(trx, scope, entry.id)
  },
}

function ofMatter(db: Db, scope: Scope, matter: Matter) {
  return db
    .selectFrom('reception_entries')
    .select(['id', 'year', 'number', 'received_on as receivedOn'])
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .executeTakeFirst()
}
