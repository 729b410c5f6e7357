import { type Actor, hasRole } from '../accounts/index.ts'
import type { StageClock } from '../lifecycle/index.ts'
import type { Count } from '../tallies/index.ts'
import type { BehalfFacts } from './behalf/behalf.ts'
import type { PetitionAct, PetitionRole } from './lifecycle.ts'
import { type Dialogue, isOpen, isPublic, outcomes, owesPromise, type Petition, type Stage, verdicts } from './petition.ts'
import { statisticCounts, statisticNames } from './statistics/counts.ts'

/** Open cases without a due date stand last. */
export const NO_DUE_DATE = '9999-12-31'

/** What the caller knows or is, towards one petition. */
export interface Bearer {
  actor: Actor | null
  holdsSecret: boolean
  /** The caller filed it while signed in. */
  isAccountOfFiler: boolean
}

/** Roles whose holders work on the cases of their own unit only. */
const unitBound = ['caseOfficer', 'unitHead'] as const
const authorityWide = ['receptionOfficer', 'chairman', 'auditor'] as const

/** Roles that somebody has towards this petition now. */
export function rolesOn({ actor, holdsSecret, isAccountOfFiler }: Bearer, petition: Pick<Petition, 'unitId' | 'kind'>): Set<PetitionRole> {
  const roles = new Set<PetitionRole>()
  if (holdsSecret || isAccountOfFiler) roles.add('filer')
  for (const role of authorityWide) if (hasRole(actor, role)) roles.add(role)
  for (const role of unitBound) if (hasRole(actor, role) && isOfOwnUnit(actor, petition)) roles.add(role)
  if (actor?.signsFor && (petition.kind !== 'complaint' || actor.signsFor.complaints)) roles.add('deputySigner')
  return roles
}

/** The own unit's, or of a unit that has ended and whose work the own unit has taken on. */
function isOfOwnUnit(actor: Actor | null, { unitId }: Pick<Petition, 'unitId'>): boolean {
  return unitId !== null && (actor?.unitId === unitId || Boolean(actor?.formerUnitIds?.includes(unitId)))
}

/** True when this person reads the case in the office: everything, or everything of the own unit. */
export function readsInOffice(roles: ReadonlySet<PetitionRole>): boolean {
  return [...authorityWide, ...unitBound, 'deputySigner' as const].some((role) => roles.has(role))
}

/** The auditor reads the case, never who filed it. */
export function readsContacts(roles: ReadonlySet<PetitionRole>): boolean {
  return roles.has('filer') || ['receptionOfficer', 'caseOfficer', 'unitHead', 'chairman'].some((role) => roles.has(role as PetitionRole))
}

/** True for somebody who works in this office at all: told "not you" rather than "not found". */
export function isStaff(actor: Actor | null): boolean {
  return hasRole(actor, 'receptionOfficer', 'caseOfficer', 'unitHead', 'chairman', 'editor', 'auditor', 'administrator')
}

/** Law's rule for each clock of a petition; the version in force is chosen by the day on which the clock starts. */
export function clockOf(
  petition: Pick<Petition, 'kind' | 'instance' | 'outcome' | 'promisedOn'>,
  stage: Stage,
  remote: boolean,
): StageClock | null {
  const complaint = petition.kind === 'complaint'
  switch (stage) {
    case 'initialResult':
      return { rule: 'intake.notify_initial_result', variant: null }
    case 'acceptance':
      return complaint ? { rule: 'complaint.accept', variant: null } : null
    case 'resolution':
      if (!complaint) return { rule: 'petition.resolve', variant: null }
      return { rule: petition.instance === 2 ? 'complaint.resolve_second' : 'complaint.resolve_first', variant: remote ? 'remote' : null }
    case 'promise':
      return petition.outcome === 'promised' && petition.promisedOn ? { promisedOn: petition.promisedOn } : null
  }
}

/**
 * Whether an act that the table allows makes sense for what the case holds now: what is not offered is no button.
 * The act itself refuses with the reason; this only spares people a press that leads nowhere.
 */
export function isOffered(
  petition: Petition,
  act: PetitionAct,
  roles: ReadonlySet<PetitionRole>,
  dialogues: readonly Pick<Dialogue, 'attendance'>[],
  behalf: BehalfFacts['behalf'] | null,
): boolean {
  const invited = dialogues.some((dialogue) => dialogue.attendance === null)
  switch (act) {
    case 'clearForPublication':
      return petition.publish && petition.clearedAt === null
    case 'redact':
    case 'withdrawConsent':
      return petition.publish
    case 'correctGroup':
      return behalf === 'group'
    case 'appeal':
      return petition.instance === 1 && petition.appealedOn === null && (petition.answeredOn !== null || petition.status === 'accepted')
    case 'findComplex':
      return !petition.extended
    case 'inviteToDialogue':
      return !invited
    case 'recordDialogue':
      return invited
    case 'keepPromise':
      return owesPromise(petition)
    case 'extend':
      return petition.status === 'accepted' ? petition.dueOn !== null : owesPromise(petition)
    case 'close':
      return !owesPromise(petition)
    case 'reopen':
      return roles.has('chairman') || (petition.verdict === 'no' && petition.reopenedOn === null)
    default:
      return true
  }
}

/** Names of all counts that petitions keep. */
export const countedNames: readonly string[] = [
  'petition.status',
  'petition.received',
  'petition.open',
  'petition.step',
  'petition.noOfficer',
  'petition.answeredLate',
  'petition.answeredOnTime',
  'petition.answeredExtended',
  ...outcomes.map((outcome) => `petition.outcome.${outcome}`),
  ...verdicts.map((verdict) => `petition.verdict.${verdict}`),
  ...statisticNames,
]

/** Owner of what is counted for one officer's work in one unit. */
export function officerDesk(unitId: string, officerId: string): string {
  return `officer:${unitId}:${officerId}`
}

/** Whether it is told to this caller that the case exists: 403 for a colleague of another unit, 404 for a stranger. */
export function mayKnowOf(actor: Actor | null, roles: ReadonlySet<PetitionRole>, petition: Parameters<typeof isPublic>[0]): boolean {
  return roles.size > 0 || isStaff(actor) || isPublic(petition)
}

/** What of a petition decides what it counts towards. */
export type Counted = Pick<
  Petition,
  | 'status'
  | 'step'
  | 'receivedOn'
  | 'unitId'
  | 'officerId'
  | 'dueOn'
  | 'answeredOn'
  | 'answeredLate'
  | 'extended'
  | 'outcome'
  | 'promisedOn'
  | 'promiseKeptOn'
  | 'verdict'
>

/** Everything that this petition counts towards: the acts keep the sums, one job compares them with the rows, another with the history. */
export function countsFor(petition: Counted): Count[] {
  const month = petition.receivedOn.slice(0, 7)
  const owners = ['all', ...(petition.unitId ? [`unit:${petition.unitId}`] : [])]
  const counts: Count[] = owners.flatMap((owner) => [
    { name: 'petition.status', owner, bucket: petition.status },
    { name: 'petition.received', owner, bucket: month },
  ])
  if (isOpen(petition)) {
    // The unit is part of it: an officer who moves on leaves the cases behind.
    const desks = [...owners, ...(petition.unitId && petition.officerId ? [officerDesk(petition.unitId, petition.officerId)] : [])]
    for (const owner of desks) {
      counts.push({ name: 'petition.open', owner, bucket: petition.dueOn ?? NO_DUE_DATE })
      counts.push({ name: 'petition.step', owner, bucket: petition.step })
    }
    if (petition.unitId && !petition.officerId)
      counts.push({ name: 'petition.noOfficer', owner: `unit:${petition.unitId}`, bucket: 'open' })
  }
  if (petition.answeredOn) {
    const answered = petition.answeredOn.slice(0, 7)
    for (const owner of owners) {
      counts.push({ name: petition.answeredLate ? 'petition.answeredLate' : 'petition.answeredOnTime', owner, bucket: answered })
      if (petition.extended) counts.push({ name: 'petition.answeredExtended', owner, bucket: answered })
      if (petition.outcome) counts.push({ name: `petition.outcome.${petition.outcome}`, owner, bucket: answered })
      if (petition.verdict) counts.push({ name: `petition.verdict.${petition.verdict}`, owner, bucket: answered })
    }
  }
  counts.push(...statisticCounts(petition, owners))
  return counts
}

/** Rendered pages that show this petition. */
export function tagsOf(petition: Petition): string[] {
  return isPublic(petition) ? [`petition:${petition.id}`, 'register', 'home'] : ['home']
}
