import type { Trx } from '../../../platform/database.ts'
import { refuseInput } from '../../../platform/http/input.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { listStaff, listUnits, type Scope } from '../../accounts/index.ts'
import { labels } from './fields.ts'

/** Roles that do the work of an item. */
export const workers = ['caseOfficer', 'unitHead'] as const

/**
 * The agency exists on this day, and the person is one of its officers.
 * @throws InvalidInput unknown_reference
 */
export async function requireOwner(
  trx: Trx,
  scope: Scope,
  { unitId, personId }: { unitId: string | null; personId: string | null },
  on: CivilDate,
): Promise<void> {
  if (unitId !== null && !(await listUnits(trx, scope, { on })).some(({ id }) => id === unitId))
    refuseInput([{ field: 'unitId', code: 'unknown_reference' }], labels)
  if (personId === null) return
  const people = unitId === null ? [] : await listStaff(trx, scope, { unitId, on })
  const person = people.find((one) => one.personId === personId)
  if (!person?.roles.some((role) => workers.some((worker) => worker === role)))
    refuseInput([{ field: 'personId', code: 'unknown_reference' }], labels)
}
