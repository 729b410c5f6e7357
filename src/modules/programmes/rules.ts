import type { CivilDate } from '../../shared/civil-date.ts'
import { type Actor, hasRole } from '../accounts/index.ts'
import type { Count } from '../tallies/index.ts'
import { type Programme, type ProgrammeStatus, shownStatuses } from './programme.ts'
import type { ProgrammeRole } from './programme-lifecycle.ts'
import { openStatuses, type Task, type TaskStatus } from './task.ts'
import type { TaskRole } from './task-lifecycle.ts'

/** Who reads drafts of plans and programmes in the office. */
export const readers = ['caseOfficer', 'unitHead', 'chairman', 'editor', 'auditor', 'receptionOfficer'] as const

export function isShown({ status }: Pick<Programme, 'status'>): boolean {
  return shownStatuses.some((shown) => shown === status)
}

const unitsOf = (actor: Actor | null) => [...(actor?.unitId ? [actor.unitId] : []), ...(actor?.formerUnitIds ?? [])]
const isOf = (actor: Actor | null, unitId: string | null) => unitId !== null && unitsOf(actor).includes(unitId)

/** Roles towards a plan or programme; null hides it. The auditor of the Front reads drafts, and moves nothing. */
export function programmeRolesOn(
  actor: Actor | null,
  programme: Pick<Programme, 'status' | 'kind' | 'unitId' | 'submittedBy'>,
): Set<ProgrammeRole> | null {
  if (!isShown(programme) && !hasRole(actor, ...readers)) return null
  const roles = new Set<ProgrammeRole>()
  if (programme.kind === 'plan') {
    if (hasRole(actor, 'editor')) roles.add('writer').add('head')
  } else if (isOf(actor, programme.unitId)) {
    if (hasRole(actor, 'caseOfficer')) roles.add('writer')
    if (hasRole(actor, 'unitHead')) roles.add('writer').add('head')
  }
  if (hasRole(actor, 'chairman')) roles.add('chairman')
  if (actor && programme.submittedBy === actor.personId) roles.add('submitter')
  return roles
}

/** What the rules ask about an item: itself, its programme and the units of its partners. */
export interface Placed {
  task: Pick<Task, 'status' | 'unitId' | 'personId' | 'reportedBy'>
  programme: Pick<Programme, 'status' | 'kind' | 'unitId' | 'submittedBy'>
  partnerIds: readonly string[]
}

/** Roles towards an item; null hides it, as its programme does. */
export function taskRolesOn(actor: Actor | null, { task, programme, partnerIds }: Placed): Set<TaskRole> | null {
  const above = programmeRolesOn(actor, programme)
  if (!above) return null
  const roles = new Set<TaskRole>()
  if (above.has('writer') && programme.status === 'draft') roles.add('writer')
  const officer = hasRole(actor, 'caseOfficer', 'unitHead')
  if (officer && (task.personId === null ? isOf(actor, task.unitId) : task.personId === actor?.personId)) roles.add('owner')
  if (hasRole(actor, 'unitHead') && isOf(actor, task.unitId)) roles.add('head')
  if (officer && partnerIds.some((unitId) => isOf(actor, unitId))) roles.add('partner')
  if (hasRole(actor, 'chairman')) roles.add('chairman')
  if (actor && task.reportedBy === actor.personId) roles.add('reporter')
  return roles
}

export function isOpen(status: TaskStatus): boolean {
  return openStatuses.some((open) => open === status)
}

export function isLate({ status, lateFrom }: Pick<Task, 'status' | 'lateFrom'>, today: CivilDate): boolean {
  return isOpen(status) && lateFrom !== null && lateFrom <= today
}

/** What the people say of a task, where anybody has: most of them, a tie counts as doubt. */
export function sayingOf({
  saidDone,
  saidPartly,
  saidNot,
}: Pick<Task, 'saidDone' | 'saidPartly' | 'saidNot'>): 'none' | 'agreed' | 'disputed' {
  if (saidDone + saidPartly + saidNot === 0) return 'none'
  return saidDone > saidPartly + saidNot ? 'agreed' : 'disputed'
}

/** Names of the counts of items. */
export const taskCountNames = ['task.status', 'task.due', 'task.proof', 'task.saying'] as const
/** Bucket of what has no due day. */
export const NO_DUE = '9999-12-31'

/**
 * What an item counts towards, under everybody, its programme, its plan's whole tree, and its lead agency. Only what is out counts; goals are
 * reached by what serves them and count nowhere. Due days are counted by `lateFrom`, so that late ones are a sum, whatever day it is.
 */
export function taskCounts(task: Task, programme: Pick<Programme, 'id' | 'planId' | 'status'>): Count[] {
  if (task.status === 'draft' || task.kind === 'objective') return []
  const owners = [
    'all',
    `programme:${programme.id}`,
    `tree:${programme.planId ?? programme.id}`,
    ...(task.unitId ? [`unit:${task.unitId}`] : []),
  ]
  const buckets: [string, string][] = [['task.status', task.status]]
  if (isOpen(task.status)) buckets.push(['task.due', task.lateFrom ?? NO_DUE])
  if (task.status !== 'cancelled') buckets.push(['task.proof', task.evidence > 0 ? 'some' : 'none'])
  if (task.status === 'done' || task.status === 'reported') buckets.push(['task.saying', sayingOf(task)])
  return owners.flatMap((owner) => buckets.map(([name, bucket]) => ({ name, owner, bucket })))
}

/** Agencies' programmes by status under their plan. */
export const programmeCountNames = ['programme.status'] as const
export function programmeCounts(programme: Pick<Programme, 'kind' | 'planId' | 'status'> & { status: ProgrammeStatus }): Count[] {
  return [{ name: 'programme.status', owner: programme.kind === 'plan' ? 'plans' : `plan:${programme.planId}`, bucket: programme.status }]
}
