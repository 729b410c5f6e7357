import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from './accounts.ts'
import './accounts.table.ts'

/** How many people live in a unit's area, as counted on a day. */
export interface ResidentCount {
  unitId: string
  validFrom: CivilDate
  residents: number
  /** The document or count that it is from; null: entered with the unit, no source given. */
  source: string | null
}

const columns = ['unit_id as unitId', 'valid_from as validFrom', 'residents', 'source'] as const

/** The counts of a unit, the newest first. */
export async function listResidents(db: Db, scope: Scope, unitId: string): Promise<ResidentCount[]> {
  return db
    .selectFrom('unit_residents')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .where('unit_id', '=', unitId)
    .orderBy('valid_from', 'desc')
    .execute()
}

/** For each unit the count that holds on a day. */
export async function residentsOn(db: Db, scope: Scope, day: CivilDate): Promise<Map<string, ResidentCount>> {
  const rows = await db
    .selectFrom('unit_residents')
    .select(columns)
    .distinctOn('unit_id')
    .where('authority_id', '=', scope.authorityId)
    .where('valid_from', '<=', day)
    .orderBy('unit_id')
    .orderBy('valid_from', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.unitId, row]))
}

/** Enters a count; the same day again replaces it. The unit itself shows its newest count. */
export async function setResidents(trx: Trx, scope: Scope, count: ResidentCount): Promise<void> {
  const { unitId, validFrom, residents, source } = count
  await trx
    .insertInto('unit_residents')
    .values({ authority_id: scope.authorityId, unit_id: unitId, valid_from: validFrom, residents, source })
    .onConflict((conflict) => conflict.columns(['authority_id', 'unit_id', 'valid_from']).doUpdateSet({ residents, source }))
    .execute()
  await trx
    .updateTable('units')
    .set({
      population: sql<number>`(select residents from unit_residents as counted where counted.authority_id = units.authority_id
        and counted.unit_id = units.id order by valid_from desc limit 1)`,
    })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', unitId)
    .execute()
}
