import { addDays, type CivilDate, daysBetween } from '../../../shared/civil-date.ts'
import { type Actor, hasRole } from '../../accounts/index.ts'
import { readers } from '../rules.ts'
import type { Report } from './report.ts'
import type { ReportRole } from './report-lifecycle.ts'

/** Who asks the agencies of a published plan to report. */
export const requesters = ['chairman', 'editor'] as const

/** Roles towards a report; null hides it: until it is accepted it is the office's own. That it was asked for, and is late, everybody sees. */
export function reportRolesOn(actor: Actor | null, report: Pick<Report, 'status' | 'unitId' | 'submittedBy'>): Set<ReportRole> | null {
  if (report.status !== 'accepted' && !hasRole(actor, ...readers)) return null
  const roles = new Set<ReportRole>()
  const units = [actor?.unitId, ...(actor?.formerUnitIds ?? [])]
  if (units.includes(report.unitId)) {
    if (hasRole(actor, 'caseOfficer')) roles.add('writer')
    if (hasRole(actor, 'unitHead')) roles.add('head')
  }
  if (hasRole(actor, 'chairman')) roles.add('chairman')
  if (actor && report.submittedBy === actor.personId) roles.add('submitter')
  return roles
}

/** Days since the last day of the report, up to the day on which it came in; 0: in time. */
export function daysLate({ lateFrom, submittedOn }: Pick<Report, 'lateFrom' | 'submittedOn'>, today: CivilDate): number {
  return Math.max(0, daysBetween(addDays(lateFrom, -1), submittedOn ?? today))
}
