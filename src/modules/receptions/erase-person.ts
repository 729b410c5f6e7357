import type { Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { matterOf } from './entry.ts'
import './receptions.table.ts'

/** Who came, and every earlier text of it that corrections kept. */
export const personalFields = ['name', 'address', 'identity', 'representatives'] as const
/** What was said; erased with a person, kept when only the person must go. */
const spokenFields = ['summary', 'followUp'] as const

/** Takes away who came: columns 3 and 4, and what corrections kept of them. The line, its number and its figures stay. */
export async function forgetPerson(trx: Trx, scope: Scope, entryId: string): Promise<void> {
  await trx.deleteFrom('reception_people').where('authority_id', '=', scope.authorityId).where('entry_id', '=', entryId).execute()
  await eraseKeptWords(trx, scope, entryId, personalFields)
}

/** Takes away who came and what was said. */
export async function forgetEntry(trx: Trx, scope: Scope, entryId: string): Promise<void> {
  await forgetPerson(trx, scope, entryId)
  await trx.deleteFrom('reception_words').where('authority_id', '=', scope.authorityId).where('entry_id', '=', entryId).execute()
  await eraseKeptWords(trx, scope, entryId, spokenFields)
}

async function eraseKeptWords(trx: Trx, scope: Scope, entryId: string, fields: readonly string[]): Promise<void> {
  const { type, id } = matterOf({ id: entryId })
  await trx
    .deleteFrom('history_words')
    .where('authority_id', '=', scope.authorityId)
    .where('field', 'in', [...fields])
    .where('entry_id', 'in', (eb) =>
      eb
        .selectFrom('history_entries')
        .select('id')
        .where('authority_id', '=', scope.authorityId)
        .where('matter_type', '=', type)
        .where('matter_id', '=', id),
    )
    .execute()
}
