import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { listStaff, listUnits, type Scope, type Unit, type UnitKind } from '../accounts/index.ts'

export interface OrganisationUnit extends Pick<Unit, 'id' | 'name' | 'kind' | 'validFrom'> {
  /** Names of those who head it today. */
  heads: readonly string[]
}

export interface Organisation {
  /** Names of those who chair the committee today. */
  chairmen: readonly string[]
  groups: readonly { kind: UnitKind; units: readonly OrganisationUnit[] }[]
}

/** The office as it is on a day: its units by kind, in the order of the office. Of people, only who heads what. */
export async function organisationOn(db: Db, scope: Scope, on: CivilDate): Promise<Organisation> {
  const [units, heads, chairmen] = await Promise.all([
    listUnits(db, scope, { on }),
    listStaff(db, scope, { role: 'unitHead', on }),
    listStaff(db, scope, { role: 'chairman', on }),
  ])
  const byKind = Map.groupBy(units, (unit) => unit.kind)
  return {
    chairmen: chairmen.map(({ name }) => name),
    groups: [...byKind].map(([kind, ofKind]) => ({
      kind,
      units: ofKind.map(({ id, name, validFrom }) => ({
        id,
        name,
        kind,
        validFrom,
        heads: heads.filter((person) => person.unitId === id).map((person) => person.name),
      })),
    })),
  }
}
