import { sql } from 'kysely'
import type { Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope, Unit } from './accounts.ts'
import './accounts.table.ts'

export const hasEnded = (unit: Unit, on: CivilDate) => unit.validTo !== null && unit.validTo < on

/** Who has the work of each unit that has ended by that day: the successor, or the successor's own when that has ended as well. */
export function heirsOn(units: readonly Unit[], on: CivilDate): Map<string, Unit> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const heirOf = (ended: Unit): Unit | undefined => {
    const passed = new Set([ended.id])
    let unit = ended.successorId ? byId.get(ended.successorId) : undefined
    while (unit && hasEnded(unit, on) && !passed.has(unit.id)) {
      passed.add(unit.id)
      unit = unit.successorId ? byId.get(unit.successorId) : undefined
    }
    return unit && !hasEnded(unit, on) ? unit : undefined
  }
  return new Map(
    units
      .filter((unit) => hasEnded(unit, on))
      .flatMap((unit) => {
        const heir = heirOf(unit)
        return heir ? [[unit.id, heir] as const] : []
      }),
  )
}

/** Units that have ended and whose work, or a part of it, came to this one, near or far, as an array of SQL; `unitId` is a column or a value. */
export function formerUnitsOf(scope: Scope, unitId: unknown, on: CivilDate) {
  return sql<string[]>`array(
    with recursive ended as (
      select id, successor_id from units where authority_id = ${scope.authorityId} and valid_to < ${on}::date
      union
      select units.id, unit_splits.successor_id from unit_splits
      join units on units.authority_id = unit_splits.authority_id and units.id = unit_splits.unit_id
      where unit_splits.authority_id = ${scope.authorityId} and units.valid_to < ${on}::date
    ), former as (
      select id from ended where successor_id = ${unitId}
      union
      select earlier.id from ended as earlier join former on earlier.successor_id = former.id
    ) select id::text from former order by id)`
}

/** What goes to one heir of a unit that has ended. */
export interface Share {
  heir: Unit
  hamletIds: readonly string[]
  personIds: readonly string[]
}

/** People and hamlets of a unit that has ended go to an heir; a hamlet whose name is taken there keeps the old unit's beside its own. */
export async function movePeopleAndPlaces(trx: Trx, scope: Scope, ended: Unit, { heir, hamletIds, personIds }: Share): Promise<void> {
  await trx
    .updateTable('staff')
    .set({ unit_id: heir.id })
    .where('authority_id', '=', scope.authorityId)
    .where('unit_id', '=', ended.id)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::text[])`)
    .execute()
  await sql`update hamlets as moved set unit_id = ${heir.id}, name = case
      when exists (select 1 from hamlets as there where there.authority_id = moved.authority_id and there.unit_id = ${heir.id} and there.name = moved.name)
      then moved.name || ${` (${ended.shortName})`} else moved.name end
    where authority_id = ${scope.authorityId} and unit_id = ${ended.id} and id = any(${[...hamletIds]}::uuid[])`.execute(trx)
}
