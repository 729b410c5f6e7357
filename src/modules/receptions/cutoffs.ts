import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Cutoff } from './periods.ts'
import './receptions.table.ts'

/** Every setting ever made, newest first. */
export function listCutoffs(db: Db, scope: Scope): Promise<Cutoff[]> {
  return db
    .selectFrom('report_cutoffs')
    .select(['valid_from as validFrom', 'start_day as startDay', 'document_number as documentNumber'])
    .where('authority_id', '=', scope.authorityId)
    .orderBy('valid_from', 'desc')
    .execute()
}

/** Sets the reporting months from one on; the same month again corrects it. */
export async function setCutoff(trx: Trx, scope: Scope, actor: { personId: string }, cutoff: Cutoff): Promise<void> {
  const values = { start_day: cutoff.startDay, document_number: cutoff.documentNumber, set_by: actor.personId, set_at: new Date() }
  await trx
    .insertInto('report_cutoffs')
    .values({ authority_id: scope.authorityId, valid_from: cutoff.validFrom, ...values })
    .onConflict((row) => row.columns(['authority_id', 'valid_from']).doUpdateSet(values))
    .execute()
}
