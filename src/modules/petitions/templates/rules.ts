import { type Actor, hasRole, type Role } from '../../accounts/index.ts'

/** Who words templates: a head of unit for the own unit, the chairman for all. */
export const writers = ['chairman', 'unitHead'] as const satisfies readonly Role[]

/** The unit whose templates somebody words; null: of all units. One who is head of nothing words nothing. */
export function reachOf(actor: Actor): string | null {
  return hasRole(actor, 'chairman') ? null : (actor.unitId ?? '00000000-0000-0000-0000-000000000000')
}

/** A head reads what the chairman worded for all, and changes only what is the unit's own. */
export function mayRead(actor: Actor, template: { unitId: string | null }): boolean {
  return template.unitId === null || mayChange(actor, template)
}

export function mayChange(actor: Actor, { unitId }: { unitId: string | null }): boolean {
  const reach = reachOf(actor)
  return reach === null || unitId === reach
}
