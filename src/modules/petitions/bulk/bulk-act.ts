import type { Actor, Role } from '../../accounts/index.ts'
import { hasRole } from '../../accounts/index.ts'
import { readers } from '../office/roles.ts'

export const BULK = '/lam-viec/hang-loat'

/** At most so many cases in one press. */
export const BULK_LIMIT = 200

export const bulkActs = ['assign', 'clear', 'remind', 'export'] as const
export type BulkAct = (typeof bulkActs)[number]

/** Whom an act is offered to; each case is asked again by the table of acts. */
const rolesFor: Record<BulkAct, readonly Role[]> = {
  assign: ['receptionOfficer', 'unitHead', 'chairman'],
  clear: ['receptionOfficer'],
  remind: ['receptionOfficer', 'unitHead', 'chairman'],
  export: readers,
}

export function bulkActsOf(actor: Actor): BulkAct[] {
  return bulkActs.filter((act) => hasRole(actor, ...rolesFor[act]))
}

/** Which act of the table stands behind it; a reminder and an export change nothing of the case. */
export const tableActOf = { assign: 'assign', clear: 'clearForPublication' } as const

/** A result of one case: `done`, or the code of the refusal. */
export const DONE = 'done'

export interface BulkCase {
  position: number
  code: string
  version: number
  /** Null: not reached. */
  result: string | null
}

export interface Bulk {
  id: string
  act: BulkAct
  unit: string | null
  officer: string | null
  startedBy: string
  startedAt: Date
}
