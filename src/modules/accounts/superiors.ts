import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from './accounts.ts'
import './accounts.table.ts'

/** The authority above: who settles a complaint the second time. */
export interface Superior {
  validFrom: CivilDate
  /** When this installation serves it as well; null: it is written to. */
  superiorId: number | null
  name: string
  address: string
  /** The document that says so. */
  documentNumber: string
}

const columns = [
  'valid_from as validFrom',
  'superior_id as superiorId',
  'name',
  'address',
  'document_number as documentNumber',
] as const satisfies readonly string[]

/** Newest first. */
export async function listSuperiors(db: Db, scope: Scope): Promise<Superior[]> {
  return db
    .selectFrom('authority_superiors')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .orderBy('valid_from', 'desc')
    .execute()
}

/** The authority above on a day; undefined where none has been set for it. */
export async function findSuperior(db: Db, scope: Scope, on: CivilDate): Promise<Superior | undefined> {
  return db
    .selectFrom('authority_superiors')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Sets it from a day on; the same day again corrects it. */
export async function setSuperior(trx: Trx, scope: Scope, superior: Superior, setBy: string | null): Promise<void> {
  const facts = {
    superior_id: superior.superiorId,
    name: superior.name,
    address: superior.address,
    document_number: superior.documentNumber,
    set_by: setBy,
  }
  await trx
    .insertInto('authority_superiors')
    .values({ authority_id: scope.authorityId, valid_from: superior.validFrom, ...facts })
    .onConflict((conflict) => conflict.columns(['authority_id', 'valid_from']).doUpdateSet(facts))
    .execute()
}
