import { DomainError } from '../../../shared/errors.ts'
import { type Actor, hasRole } from '../../accounts/index.ts'

/**
 * The agency whose items are asked for: one's own, or any for those who look over all of them.
 * @throws DomainError forbidden 403 · unit_needed 422
 */
export function requireUnit(actor: Actor, asked: string | undefined): string {
  const unitId = asked ?? actor.unitId
  if (!unitId) throw new DomainError('unit_needed', 422)
  if (unitId !== actor.unitId && !seesAllUnits(actor)) throw new DomainError('forbidden', 403)
  return unitId
}

export const seesAllUnits = (actor: Actor) => hasRole(actor, 'chairman', 'auditor', 'editor')
