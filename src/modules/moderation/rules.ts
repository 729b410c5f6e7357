import { type Actor, hasRole, officeRoles } from '../accounts/index.ts'
import type { Count } from '../tallies/index.ts'
import type { ModerationRole } from './lifecycle.ts'
import { type Item, viewOf } from './moderation.ts'

/** Who decides. */
export const deciders = ['editor', 'chairman'] as const
/** Who reads the queue: those who decide, and the Front, which supervises them. */
export const readers = ['editor', 'chairman', 'auditor'] as const

/** Roles that somebody has towards an item; null hides it: only its writer and the office know that it exists. */
export function rolesOn(actor: Actor | null, isWriter: boolean): Set<ModerationRole> | null {
  const roles = new Set<ModerationRole>(readers.filter((role) => hasRole(actor, role)))
  if (isWriter) roles.add('writer')
  return roles.size > 0 || hasRole(actor, ...officeRoles) ? roles : null
}

/** Names of the counts below. */
export const countedNames = ['moderation.view'] as const

export function countsFor(item: Pick<Item, 'status' | 'step'>): Count[] {
  return [{ name: 'moderation.view', owner: 'all', bucket: viewOf(item) }]
}
