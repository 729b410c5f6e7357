import { type Actor, hasRole } from '../accounts/index.ts'
import type { Count } from '../tallies/index.ts'
import type { Document } from './document.ts'
import type { DocumentRole } from './lifecycle.ts'

/** Who keeps the papers of the office. */
export const keepers = ['editor', 'chairman'] as const

/** Everybody at work in the office reads drafts: work is planned from them before they are out. */
export const readers = ['receptionOfficer', 'caseOfficer', 'unitHead', 'editor', 'chairman', 'auditor'] as const

export const isShown = ({ status }: Pick<Document, 'status'>) => status === 'published'

/** Roles that somebody has towards a document; null hides it: what is not published is the office's own. */
export function rolesOn(actor: Actor | null, document: Pick<Document, 'status'>): Set<DocumentRole> | null {
  const roles = new Set<DocumentRole>(hasRole(actor, ...keepers) ? ['keeper'] : [])
  return isShown(document) || hasRole(actor, ...readers) ? roles : null
}

/** Names of the counts below. */
export const countedNames = ['document.status', 'document.kind'] as const

/** By status for the office's list; by kind of what everybody reads. */
export function countsFor({ status, kind }: Pick<Document, 'status' | 'kind'>): Count[] {
  const byStatus: Count = { name: 'document.status', owner: 'all', bucket: status }
  return status === 'published' ? [byStatus, { name: 'document.kind', owner: 'all', bucket: kind }] : [byStatus]
}
