import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Actor, Scope } from '../../accounts/index.ts'
import { isOpen, owesPromise, type Petition } from '../petition.ts'
import { officeOn } from '../reminders/collect-reminders.ts'
import { type Office, ownersOf } from '../reminders/who-is-told.ts'
import { readsInOffice, rolesOn } from '../rules.ts'
import './reminders.table.ts'

/** Who may press on a case: reception and chairman on all, a head on those of the unit. */
const presses = ['receptionOfficer', 'unitHead', 'chairman'] as const

/** What one press of reminding is measured with; read once for many cases. */
export interface Reminding {
  office: Office
  today: CivilDate
}

export async function remindingOn(db: Db, scope: Scope, today: CivilDate): Promise<Reminding> {
  return { office: await officeOn(db, scope, today), today }
}

/** Whose work it is: the officer, else the heads of the unit; nobody when it lies with no unit. */
export function remindedOf({ office }: Reminding, { unitId, officerId }: Pick<Petition, 'unitId' | 'officerId'>): readonly string[] {
  return unitId === null ? [] : ownersOf({ ...office, receptionOfficers: [] }, { unitId, officerId })
}

/** Why a case is not reminded of; null when it is. The day's limit is asked again under the lock. */
export async function whyNotReminded(db: Db, scope: Scope, actor: Actor, reminding: Reminding, petition: Petition): Promise<string | null> {
  const roles = rolesOn({ actor, holdsSecret: false, isAccountOfFiler: false }, petition)
  if (!readsInOffice(roles)) return 'not_found'
  if (!presses.some((role) => roles.has(role))) return 'forbidden'
  if (!isOpen(petition) && !owesPromise(petition)) return 'nothing_to_remind'
  const people = remindedOf(reminding, petition)
  if (people.length === 0) return 'no_owner'
  if (people.every((id) => id === actor.personId)) return 'own_work'
  return (await listReminded(db, scope, [petition.id], reminding.today)).has(petition.id) ? 'reminded_today' : null
}

/** Which of these cases were reminded of on this day. */
export async function listReminded(db: Db, scope: Scope, ids: readonly string[], on: CivilDate): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('petition_reminders')
    .select('petition_id')
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', 'in', [...ids])
    .where('reminded_on', '=', on)
    .execute()
  return new Set(rows.map((row) => row.petition_id))
}
