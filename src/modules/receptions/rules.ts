import { type Actor, hasRole, officeRoles } from '../accounts/index.ts'
import type { ReceptionRole } from './lifecycle.ts'

/** Who reads the book. */
export const readers = ['receptionOfficer', 'chairman', 'auditor'] as const
/** Who writes in it. */
export const keepers = ['receptionOfficer'] as const
/** Who sees the 45-day alarm. */
export const watchers = ['receptionOfficer', 'chairman'] as const
/** Who sets from which day a reporting month runs. */
export const administrators = ['administrator'] as const

/** Roles towards an entry; null hides it from everybody outside the office. */
export function rolesOn(actor: Actor | null): Set<ReceptionRole> | null {
  const roles = new Set<ReceptionRole>(readers.filter((role) => hasRole(actor, role)))
  return roles.size > 0 || hasRole(actor, ...officeRoles) ? roles : null
}

/** The auditor reads the book without who came: columns 3 and 4. */
export function readsPeople(actor: Actor | null): boolean {
  return hasRole(actor, 'receptionOfficer', 'chairman')
}
