import { addDays, type CivilDate } from '../../shared/civil-date.ts'
import { type Actor, hasRole, officeRoles } from '../accounts/index.ts'
import type { Count } from '../tallies/index.ts'
import { COPY_DAYS, type DataRequest, type DataRequestKind, type DataRequestStage } from './data-request.ts'
import type { DataRequestRole } from './lifecycle.ts'

/** Who reads requests in the office. */
export const readers = ['receptionOfficer', 'chairman', 'auditor'] as const

/** Who reads the log of consents, and who takes all of it away, without names. */
export const consentReaders = ['receptionOfficer', 'administrator'] as const
export const consentExporters = ['administrator'] as const

/** Roles that somebody has towards a request; null hides it: only the requester and the office know that it exists. */
export function rolesOn(actor: Actor | null, holdsSecret: boolean): Set<DataRequestRole> | null {
  const roles = new Set<DataRequestRole>(readers.filter((role) => hasRole(actor, role)))
  if (holdsSecret) roles.add('requester')
  return roles.size > 0 || hasRole(actor, ...officeRoles) ? roles : null
}

export function readsInOffice(roles: ReadonlySet<DataRequestRole>): boolean {
  return readers.some((role) => roles.has(role))
}

/** The auditor reads the request, never what the person wrote in it. */
export function readsWords(roles: ReadonlySet<DataRequestRole>): boolean {
  return roles.has('requester') || roles.has('receptionOfficer') || roles.has('chairman')
}

const ruleOfKind: Record<DataRequestKind, string> = {
  provide: 'pdp.view_edit_provide',
  correct: 'pdp.view_edit_provide',
  erase: 'pdp.delete',
  restrict: 'pdp.withdraw_restrict_object',
  withdraw: 'pdp.withdraw_restrict_object',
}

/** The law's rule for each clock; both run from the day of the request. */
export function clockOf({ kind }: Pick<DataRequest, 'kind'>, stage: DataRequestStage) {
  return { rule: stage === 'acknowledgement' ? 'pdp.ack' : ruleOfKind[kind], variant: null }
}

/** Names of the counts below. */
export const countedNames = ['dataRequest.status'] as const

export function countsFor({ status }: Pick<DataRequest, 'status'>): Count[] {
  return [{ name: 'dataRequest.status', owner: 'all', bucket: status }]
}

/** Last day on which the copy can be fetched; null when there is none to fetch. */
export function copyUntil({ kind, doneOn }: Pick<DataRequest, 'kind' | 'doneOn'>): CivilDate | null {
  return kind === 'provide' && doneOn ? addDays(doneOn, COPY_DAYS) : null
}
