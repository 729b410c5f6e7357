import type { Trx } from '../../../platform/database.ts'
import { refuseInput } from '../../../platform/http/input.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { listStaff, listUnits, type Scope } from '../../accounts/index.ts'
import { labels } from '../fields.ts'

export interface Desk {
  unitId: string | null
  officerId: string | null
}

/**
 * The desk on which a case is to lie, from what the officer chose.
 * @throws InvalidInput unknown_reference when the unit has ended or never was, or the officer does not work there today
 */
export async function findDesk(trx: Trx, scope: Scope, unit: string | null, officer: string | null, today: CivilDate): Promise<Desk> {
  const units = await listUnits(trx, scope, { on: today })
  const chosen = unit === null ? null : units.find((candidate) => [candidate.id, candidate.name, candidate.shortName].includes(unit))
  if (chosen === undefined) return refuseInput([{ field: 'unit', code: 'unknown_reference' }], labels)
  if (officer === null) return { unitId: chosen?.id ?? null, officerId: null }
  const staff = await listStaff(trx, scope, chosen ? { unitId: chosen.id } : {})
  const person = staff.find(
    (candidate) =>
      [candidate.personId, candidate.username].includes(officer) &&
      candidate.roles.some((role) => role === 'caseOfficer' || role === 'unitHead'),
  )
  if (!person?.unitId) return refuseInput([{ field: 'officer', code: 'unknown_reference' }], labels)
  return { unitId: chosen?.id ?? person.unitId, officerId: person.personId }
}
