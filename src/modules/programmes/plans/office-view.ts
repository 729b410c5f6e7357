import { type Actor, hasRole } from '../../accounts/index.ts'
import { type ProgrammeKind, type ProgrammeStatus, programmeStatuses } from '../programme.ts'

interface OfficeView {
  kind: ProgrammeKind
  status: ProgrammeStatus
}

/** What waits for the chairman first, then what is under way. */
const chairmanFirst: readonly ProgrammeStatus[] = ['submitted', 'approved', 'published', 'draft']
const othersFirst: readonly ProgrammeStatus[] = ['published', 'approved', 'submitted', 'draft']

/**
 * Which list the office's page shows: the one that was asked for; else the first that holds something, so that nobody is met by an empty
 * one while there are plans. An agency's programme that waits for the chairman goes before plans that wait for nobody.
 */
export function officeView(
  actor: Actor,
  asked: { loai?: unknown; xem?: unknown },
  counts: Readonly<Record<ProgrammeKind, ReadonlyMap<string, number>>>,
): OfficeView {
  const isChairman = hasRole(actor, 'chairman')
  const holds = (kind: ProgrammeKind, status: ProgrammeStatus) => (counts[kind].get(status) ?? 0) > 0
  const waitsAt = (kind: ProgrammeKind) => isChairman && holds(kind, 'submitted')
  const status = programmeStatuses.find((one) => one === asked.xem)
  const kind =
    (['plan', 'agency'] as const).find((one) => one === asked.loai) ??
    (!status && !waitsAt('plan') && waitsAt('agency') ? 'agency' : 'plan')
  const first = isChairman ? chairmanFirst : othersFirst
  return { kind, status: status ?? first.find((one) => holds(kind, one)) ?? first[0]! }
}
