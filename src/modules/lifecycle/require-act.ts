import { DomainError } from '../../shared/errors.ts'

/**
 * The act of that name in an address.
 * @throws DomainError unknown_act 404
 */
export function requireAct<Act extends string>(acts: Readonly<Record<Act, unknown>>, name: string): Act {
  if (!Object.hasOwn(acts, name)) throw new DomainError('unknown_act', 404)
  return name as Act
}
