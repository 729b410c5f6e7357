import { type Actor, hasRole } from '../accounts/index.ts'
import type { DeskScope } from './list-inbox.ts'

/** Which cases an officer's lists draw from, and what "mine" means for the role. */
export function deskOf(actor: Actor): DeskScope {
  const wide = hasRole(actor, 'receptionOfficer', 'chairman', 'auditor')
  // A unit's officer without a unit sees nothing rather than everything.
  const unitId = wide ? null : (actor.unitId ?? '00000000-0000-0000-0000-000000000000')
  const mine = hasRole(actor, 'chairman')
    ? 'sign'
    : hasRole(actor, 'receptionOfficer')
      ? 'takeIn'
      : hasRole(actor, 'unitHead')
        ? 'unitWithoutOfficer'
        : 'assigned'
  return { unitId, formerUnitIds: wide ? [] : (actor.formerUnitIds ?? []), officerId: actor.personId, mine }
}
