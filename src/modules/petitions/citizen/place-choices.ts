import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { listHamlets, listUnits, type Scope } from '../../accounts/index.ts'

export interface PlaceChoices {
  /** Hamlets under the ward or commune that they belong to today. */
  groups: { name: string; hamlets: { id: string; name: string }[] }[]
  ids: ReadonlySet<string>
  /** "Khu phố 3, Phường Long Thủy" */
  nameOf: (hamletId: string) => string | null
}

export async function listPlaces(db: Db, scope: Scope, on: CivilDate): Promise<PlaceChoices> {
  const [units, hamlets] = await Promise.all([listUnits(db, scope, { on, kinds: ['ward', 'commune'] }), listHamlets(db, scope)])
  const groups = units
    .map((unit) => ({ name: unit.shortName, hamlets: hamlets.filter((hamlet) => hamlet.unitId === unit.id).toSorted(byNumber) }))
    .filter((group) => group.hamlets.length > 0)
  const names = new Map(groups.flatMap((group) => group.hamlets.map((hamlet) => [hamlet.id, `${hamlet.name}, ${group.name}`] as const)))
  return { groups, ids: new Set(names.keys()), nameOf: (id) => names.get(id) ?? null }
}

/** Khu phố 2 before khu phố 10. */
function byNumber(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name, 'vi', { numeric: true })
}
