import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { PetitionQuery } from './list-petitions.ts'
import './petitions.table.ts'

/** Of the unit, and what was carried over from it to its successor when it ended. */
export async function everOfUnit(db: Db, scope: Scope, query: PetitionQuery, unitId: string): Promise<PetitionQuery> {
  const carried = db
    .selectFrom('petition_former_units')
    .select('petition_id')
    .where('petition_former_units.authority_id', '=', scope.authorityId)
    .where('petition_former_units.unit_id', '=', unitId)
  // Of a unit whose work never went elsewhere, which is nearly all, the index alone gives the list.
  if (!(await carried.limit(1).executeTakeFirst())) return query.where('unit_id', '=', unitId)
  return query.where((eb) => eb.or([eb('petitions.unit_id', '=', unitId), eb('petitions.id', 'in', carried)]))
}

/** Of the desk's unit, and of those that have ended and whose work it has. */
export function onDesk(query: PetitionQuery, unitId: string, formerUnitIds: readonly string[]): PetitionQuery {
  return formerUnitIds.length === 0 ? query.where('unit_id', '=', unitId) : query.where('unit_id', 'in', [unitId, ...formerUnitIds])
}
