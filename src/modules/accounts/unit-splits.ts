import type { Db, Trx } from '../../platform/database.ts'
import { refuseInput } from '../../platform/http/index.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import type { Scope, Unit } from './accounts.ts'
import { listStaff } from './staff-repository.ts'
import { findUnit, listHamlets, listUnits } from './unit-repository.ts'
import { hasEnded } from './unit-succession.ts'
import './accounts.table.ts'

/** What of a divided unit goes elsewhere than to its general successor: id of hamlet or person → id of unit. */
export interface UnitSplit {
  hamlets: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
}

export const noSplit: UnitSplit = { hamlets: new Map(), people: new Map() }

/** Every division of an authority, by the unit that ends. */
export async function listSplits(db: Db, scope: Scope): Promise<Map<string, UnitSplit>> {
  const rows = await db
    .selectFrom('unit_splits')
    .select(['unit_id', 'kind', 'subject_id', 'successor_id'])
    .where('authority_id', '=', scope.authorityId)
    .orderBy('unit_id')
    .orderBy('kind')
    .orderBy('subject_id')
    .execute()
  const of = (all: typeof rows, kind: 'hamlet' | 'person') =>
    new Map(all.filter((row) => row.kind === kind).map((row) => [row.subject_id, row.successor_id]))
  return new Map(
    [...Map.groupBy(rows, (row) => row.unit_id)].map(([unitId, own]) => [
      unitId,
      { hamlets: of(own, 'hamlet'), people: of(own, 'person') },
    ]),
  )
}

/** What decides where a case of a divided unit goes: its hamlet first, else its officer. */
export interface Belonging {
  hamletId: string | null
  officerId: string | null
}

export type HeirFinder = (unitId: string, belonging: Belonging) => Unit | undefined

/** Who has the work of a unit that has ended by that day, for one case, hamlet or person; undefined while it has not ended, or nobody has. */
export function heirFinder(units: readonly Unit[], splits: ReadonlyMap<string, UnitSplit>, on: CivilDate): HeirFinder {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return (unitId, { hamletId, officerId }) => {
    const passed = new Set<string>()
    let unit = byId.get(unitId)
    if (!unit || !hasEnded(unit, on)) return undefined
    while (unit && hasEnded(unit, on) && !passed.has(unit.id)) {
      passed.add(unit.id)
      const split: UnitSplit = splits.get(unit.id) ?? noSplit
      const next: string | null = split.hamlets.get(hamletId ?? '') ?? split.people.get(officerId ?? '') ?? unit.successorId
      unit = next === null ? undefined : byId.get(next)
    }
    return unit && !hasEnded(unit, on) ? unit : undefined
  }
}

/**
 * Says which hamlets and people of a unit that will end go elsewhere than to its general successor; none of them takes the division back.
 * @throws DomainError split_needs_end, unit_carried_over (409) · InvalidInput with `hamlet.…` or `person.…` as field
 */
export async function saveSplit(trx: Trx, scope: Scope, unitId: string, split: UnitSplit, today: CivilDate): Promise<void> {
  const unit = await findUnit(trx, scope, unitId)
  if (!unit) throw new NotFound()
  if (!unit.validTo || !unit.successorId) throw new DomainError('split_needs_end', 409)
  if (hasEnded(unit, today)) throw new DomainError('unit_carried_over', 409)
  await checkSplit(trx, scope, unit, split)
  const rows = (['hamlet', 'person'] as const).flatMap((kind) =>
    [...(kind === 'hamlet' ? split.hamlets : split.people)]
      .filter(([, successorId]) => successorId !== unit.successorId)
      .map(([subjectId, successorId]) => ({
        authority_id: scope.authorityId,
        unit_id: unitId,
        kind,
        subject_id: subjectId,
        successor_id: successorId,
      })),
  )
  await trx.deleteFrom('unit_splits').where('authority_id', '=', scope.authorityId).where('unit_id', '=', unitId).execute()
  if (rows.length > 0) await trx.insertInto('unit_splits').values(rows).execute()
}

/** Each hamlet and person is the unit's own; each successor is there and does not lead back. */
async function checkSplit(trx: Trx, scope: Scope, unit: Unit, split: UnitSplit): Promise<void> {
  const [units, hamlets, staff] = await Promise.all([
    listUnits(trx, scope),
    listHamlets(trx, scope, unit.id),
    listStaff(trx, scope, { unitId: unit.id }),
  ])
  const own = { hamlet: new Set(hamlets.map(({ id }) => id)), person: new Set(staff.map(({ personId }) => personId)) }
  const byId = new Map(units.map((one) => [one.id, one]))
  const leadsBack = (from: string): boolean => {
    const passed = new Set<string>()
    for (let next: string | null = from; next && !passed.has(next); next = byId.get(next)?.successorId ?? null) {
      if (next === unit.id) return true
      passed.add(next)
    }
    return false
  }
  const wrong = (['hamlet', 'person'] as const).flatMap((kind) =>
    [...(kind === 'hamlet' ? split.hamlets : split.people)]
      .filter(([subjectId, successorId]) => !own[kind].has(subjectId) || !byId.has(successorId) || leadsBack(successorId))
      .map(([subjectId]) => ({ field: `${kind}.${subjectId}`, code: 'unknown_reference' })),
  )
  if (wrong.length > 0) refuseInput(wrong, splitLabels)
}

const splitLabels = { vi: { hamlet: 'Khu phố, thôn', person: 'Cán bộ' }, en: { hamlet: 'Hamlet', person: 'Person' } }
