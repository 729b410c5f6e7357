import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { isCivilDate } from '../../../shared/civil-date.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import { countsOf } from '../../tallies/index.ts'
import { NO_DUE } from '../rules.ts'
import { openStatuses, type Task } from '../task.ts'
import { dueOrNone, tasksOf } from '../task-repository.ts'

/** What a list of items is narrowed to; named as in addresses and the API. */
export const taskViews = ['open', 'late', 'planned', 'inProgress', 'reported', 'noEvidence', 'disputed', 'done'] as const
export type TaskView = (typeof taskViews)[number]

/** Tabs of a person's and of an agency's list. */
export const ownViews = ['open', 'planned', 'inProgress', 'reported', 'done'] as const satisfies readonly TaskView[]
export const unitViews = ['open', 'late', 'noEvidence', 'reported', 'disputed', 'done'] as const satisfies readonly TaskView[]

export interface TaskQuery {
  /** Whose items: of a person, or led by an agency. */
  of: { personId: string } | { unitId: string }
  view: TaskView
  today: CivilDate
  after: string | null
  limit: number
}

/** Items that are out, late ones first, then the soonest due, those without a day last. Goals are reached by what serves them and are left out. */
export async function listTasksOf(db: Db, scope: Scope, { of, view, today, after, limit }: TaskQuery): Promise<Page<Task>> {
  let query = tasksOf(db, scope).where('kind', '<>', 'objective')
  query = 'personId' in of ? query.where('person_id', '=', of.personId) : query.where('unit_id', '=', of.unitId)
  query = query.where('status', 'in', [...statusesOf(view)])
  if (view === 'late') query = query.where('late_from', '<=', today)
  if (view === 'noEvidence') query = query.where('evidence', '=', 0)
  if (view === 'disputed') query = query.where(sql<boolean>`said_done + said_partly + said_not > 0 and said_done <= said_partly + said_not`)
  if (after) {
    const [day, id] = decodeCursor(after, [isCivilDate, isUuid]) as [CivilDate, string]
    query = query.where(sql<boolean>`(${dueOrNone}, id) > (${day}::date, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy(dueOrNone)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, (task) => [task.lateFrom ?? NO_DUE, task.id])
}

function statusesOf(view: TaskView): readonly Task['status'][] {
  if (view === 'disputed') return ['reported', 'done']
  if (view === 'open' || view === 'late' || view === 'noEvidence') return openStatuses
  return [view]
}

/** How many items of an agency stand in each view, from the kept counts. */
export async function countViews(db: Db, scope: Scope, unitId: string, today: CivilDate): Promise<Record<TaskView, number>> {
  const owner = `unit:${unitId}`
  const [statuses, due, proof, saying] = await Promise.all(
    (['task.status', 'task.due', 'task.proof', 'task.saying'] as const).map((name) => countsOf(db, scope, name, owner)),
  )
  const sum = (counts: typeof statuses = [], fits: (bucket: string) => boolean) =>
    counts.filter(({ bucket }) => fits(bucket)).reduce((total, { n }) => total + n, 0)
  const ofStatus = (status: string) => sum(statuses, (bucket) => bucket === status)
  return {
    open: sum(statuses, (bucket) => openStatuses.some((status) => status === bucket)),
    late: sum(due, (bucket) => bucket <= today),
    planned: ofStatus('planned'),
    inProgress: ofStatus('inProgress'),
    reported: ofStatus('reported'),
    noEvidence: sum(proof, (bucket) => bucket === 'none'),
    disputed: sum(saying, (bucket) => bucket === 'disputed'),
    done: ofStatus('done'),
  }
}
