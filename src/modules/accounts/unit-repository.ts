import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import type { Hamlet, Scope, Unit, UnitKind } from './accounts.ts'
import './accounts.table.ts'
import { setResidents } from './resident-repository.ts'

const columns = ['id', 'name', 'short_name', 'kind', 'valid_from', 'valid_to', 'successor_id', 'ending_decision', 'population'] as const

interface UnitRow {
  id: string
  name: string
  short_name: string
  kind: UnitKind
  valid_from: CivilDate
  valid_to: CivilDate | null
  successor_id: string | null
  ending_decision: string | null
  population: number | null
}

function toUnit(row: UnitRow): Unit {
  return {
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successorId: row.successor_id,
    endingDecision: row.ending_decision,
    population: row.population,
  }
}

/** Units in the order of the office; with `on`, only those that exist on that day. */
export async function listUnits(db: Db, scope: Scope, filter: { on?: CivilDate; kinds?: readonly UnitKind[] } = {}): Promise<Unit[]> {
  let query = db.selectFrom('units').select(columns).where('authority_id', '=', scope.authorityId)
  const { on, kinds } = filter
  if (on) query = query.where('valid_from', '<=', on).where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', on)]))
  if (kinds) query = query.where('kind', 'in', [...kinds])
  return (await query.orderBy('position').orderBy('id').execute()).map(toUnit)
}

export async function findUnit(db: Db, scope: Scope, id: string): Promise<Unit | undefined> {
  const row = await db
    .selectFrom('units')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toUnit(row)
}

export async function listHamlets(db: Db, scope: Scope, unitId?: string): Promise<Hamlet[]> {
  let query = db.selectFrom('hamlets').select(['id', 'unit_id', 'name']).where('authority_id', '=', scope.authorityId)
  if (unitId) query = query.where('unit_id', '=', unitId)
  const rows = await query.orderBy('unit_id').orderBy('name').execute()
  return rows.map((row) => ({ id: row.id, unitId: row.unit_id, name: row.name }))
}

export interface NewUnit {
  id?: string
  name: string
  shortName: string
  kind: UnitKind
  validFrom: CivilDate
  population?: number | null
  /** Where the number of people is from. */
  populationSource?: string
}

/** Adds a unit after the others; gives its id. */
export async function createUnit(trx: Trx, scope: Scope, unit: NewUnit): Promise<string> {
  const id = unit.id ?? newId()
  await trx
    .insertInto('units')
    .values(({ selectFrom, fn, lit }) => ({
      authority_id: scope.authorityId,
      id,
      name: unit.name,
      short_name: unit.shortName,
      kind: unit.kind,
      valid_from: unit.validFrom,
      population: unit.population ?? null,
      position: selectFrom('units')
        .select(({ eb }) => eb(fn.coalesce(fn.max('position'), lit(0)), '+', 1).as('next'))
        .where('authority_id', '=', scope.authorityId),
    }))
    .execute()
  const { population, validFrom, populationSource = null } = unit
  if (population) await setResidents(trx, scope, { unitId: id, validFrom, residents: population, source: populationSource })
  return id
}

export async function createHamlet(trx: Trx, scope: Scope, hamlet: { id?: string; unitId: string; name: string }): Promise<string> {
  const id = hamlet.id ?? newId()
  await trx.insertInto('hamlets').values({ authority_id: scope.authorityId, id, unit_id: hamlet.unitId, name: hamlet.name }).execute()
  return id
}

export async function renameUnit(trx: Trx, scope: Scope, id: string, names: { name: string; shortName: string }): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('units')
    .set({ name: names.name, short_name: names.shortName })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotFound()
}

/**
 * Sets a unit's last day and who takes over its work; both null take the end back.
 * @throws DomainError unit_ends_before_start, unknown_successor, successor_is_itself, successor_in_a_ring, decision_needed, unit_carried_over (409)
 */
export async function endUnit(
  trx: Trx,
  scope: Scope,
  id: string,
  end: { validTo: CivilDate | null; successorId: string | null; endingDecision: string | null },
  today: CivilDate,
): Promise<void> {
  const unit = await findUnit(trx, scope, id)
  if (!unit) throw new NotFound()
  if (end.validTo && end.validTo < unit.validFrom) throw new DomainError('unit_ends_before_start', 409)
  if (end.successorId === id) throw new DomainError('successor_is_itself', 409)
  if (end.successorId) await checkSuccessor(trx, scope, id, end.successorId)
  if (end.validTo && end.successorId && !end.endingDecision) throw new DomainError('decision_needed', 409)
  // The work has gone over: what moved is not called back by changing a date.
  const carriedOver = unit.validTo !== null && unit.validTo < today && unit.successorId !== null
  if (carriedOver && (end.validTo !== unit.validTo || end.successorId !== unit.successorId)) throw new DomainError('unit_carried_over', 409)
  await trx
    .updateTable('units')
    .set({ valid_to: end.validTo, successor_id: end.successorId, ending_decision: end.endingDecision })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .execute()
}

/** A successor that is there, and whose own line of successors does not lead back. */
async function checkSuccessor(trx: Trx, scope: Scope, id: string, successorId: string): Promise<void> {
  const units = new Map((await listUnits(trx, scope)).map((unit) => [unit.id, unit]))
  if (!units.has(successorId)) throw new DomainError('unknown_successor', 409)
  const passed = new Set<string>()
  for (let next: string | null = successorId; next && !passed.has(next); next = units.get(next)?.successorId ?? null) {
    if (next === id) throw new DomainError('successor_in_a_ring', 409)
    passed.add(next)
  }
}
