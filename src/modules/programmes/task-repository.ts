import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { NO_DUE } from './rules.ts'
import type { Evidence, Note, Task } from './task.ts'
import './programmes.table.ts'

export const taskColumns = [
  'id',
  'code',
  'programme_id as programmeId',
  'place',
  'kind',
  'title',
  'details',
  'status',
  'version',
  'carries_id as carriesId',
  'goal_id as goalId',
  'unit_id as unitId',
  'person_id as personId',
  'lead_words as leadWords',
  'starts_on as startsOn',
  'due_on as dueOn',
  'due_words as dueWords',
  'late_from as lateFrom',
  'every',
  'series_id as seriesId',
  'period',
  'weight',
  'indicator',
  'unit_of_measure as unitOfMeasure',
  'target',
  'reached',
  'reported_by as reportedBy',
  'reported_on as reportedOn',
  'done_on as doneOn',
  'notes',
  'evidence',
  'said_done as saidDone',
  'said_partly as saidPartly',
  'said_not as saidNot',
  'updated_at as updatedAt',
] as const

/** Column of each fact. */
const columnOf = {
  id: 'id',
  code: 'code',
  programmeId: 'programme_id',
  place: 'place',
  kind: 'kind',
  title: 'title',
  details: 'details',
  status: 'status',
  version: 'version',
  carriesId: 'carries_id',
  goalId: 'goal_id',
  unitId: 'unit_id',
  personId: 'person_id',
  leadWords: 'lead_words',
  startsOn: 'starts_on',
  dueOn: 'due_on',
  dueWords: 'due_words',
  lateFrom: 'late_from',
  every: 'every',
  seriesId: 'series_id',
  period: 'period',
  weight: 'weight',
  indicator: 'indicator',
  unitOfMeasure: 'unit_of_measure',
  target: 'target',
  reached: 'reached',
  reportedBy: 'reported_by',
  reportedOn: 'reported_on',
  doneOn: 'done_on',
  notes: 'notes',
  evidence: 'evidence',
  saidDone: 'said_done',
  saidPartly: 'said_partly',
  saidNot: 'said_not',
  updatedAt: 'updated_at',
} as const satisfies Record<keyof Task, string>

const columnsOf = (set: Partial<Task>) =>
  Object.fromEntries(Object.entries(set).map(([fact, value]) => [columnOf[fact as keyof Task], value]))

export function tasksOf(db: Db, scope: Scope) {
  return db.selectFrom('programme_tasks').select(taskColumns).where('authority_id', '=', scope.authorityId)
}

/** The day by which lists are ordered, what has none last; written as the indexes have it. */
export const dueOrNone = sql<CivilDate>`coalesce(late_from, date '${sql.raw(NO_DUE)}')`

export function findTask(db: Db, scope: Scope, id: string): Promise<Task | undefined> {
  return tasksOf(db, scope).where('id', '=', id).executeTakeFirst()
}

export function findTaskByCode(db: Db, scope: Scope, code: string): Promise<Task | undefined> {
  return tasksOf(db, scope).where('code', '=', code).executeTakeFirst()
}

export function lockTask(trx: Trx, scope: Scope, id: string): Promise<Task | undefined> {
  return tasksOf(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertTasks(trx: Trx, scope: Scope, tasks: readonly Task[]): Promise<void> {
  if (tasks.length === 0) return
  await trx
    .insertInto('programme_tasks')
    .values(tasks.map((task) => ({ authority_id: scope.authorityId, ...columnsOf(task) })) as never)
    .execute()
}

export async function saveTask(trx: Trx, scope: Scope, task: Task, set: Partial<Task>): Promise<Task> {
  await trx
    .updateTable('programme_tasks')
    .set(columnsOf(set))
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', task.id)
    .execute()
  return { ...task, ...set }
}

/** All items of a programme in order: hundreds, never thousands. */
export function listTasks(db: Db, scope: Scope, programmeId: string): Promise<Task[]> {
  return tasksOf(db, scope).where('programme_id', '=', programmeId).orderBy('place').execute()
}

export interface TaskPage {
  items: Task[]
  /** Place after which the next page begins. */
  next: number | null
}

/** A page of a programme's items in order. @param dated those alone that have a due day and are no drafts */
export async function listTaskPage(
  db: Db,
  scope: Scope,
  programmeId: string,
  { after, limit, dated = false }: { after: number; limit: number; dated?: boolean },
): Promise<TaskPage> {
  let query = tasksOf(db, scope).where('programme_id', '=', programmeId).where('place', '>', after)
  if (dated) query = query.where('due_on', 'is not', null).where('status', '<>', 'draft')
  const rows = await query
    .orderBy('place')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? items.at(-1)!.place : null }
}

/** Goals of a programme in order, and how many items it has with them. */
export async function listGoals(db: Db, scope: Scope, programmeId: string): Promise<{ goals: Task[]; count: number }> {
  const [goals, { n }] = await Promise.all([
    tasksOf(db, scope).where('programme_id', '=', programmeId).where('kind', '=', 'objective').orderBy('place').execute(),
    db
      .selectFrom('programme_tasks')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .where('authority_id', '=', scope.authorityId)
      .where('programme_id', '=', programmeId)
      .executeTakeFirstOrThrow(),
  ])
  return { goals, count: Number(n) }
}

export interface Partner {
  taskId: string
  place: number
  unitId: string | null
  words: string | null
}

export async function listPartners(db: Db, scope: Scope, taskIds: readonly string[]): Promise<Partner[]> {
  if (taskIds.length === 0) return []
  return db
    .selectFrom('programme_task_partners')
    .select(['task_id as taskId', 'place', 'unit_id as unitId', 'words'])
    .where('authority_id', '=', scope.authorityId)
    .where('task_id', 'in', [...taskIds])
    .orderBy('task_id')
    .orderBy('place')
    .execute()
}

export async function setPartners(
  trx: Trx,
  scope: Scope,
  taskId: string,
  partners: readonly Pick<Partner, 'unitId' | 'words'>[],
): Promise<void> {
  await trx.deleteFrom('programme_task_partners').where('authority_id', '=', scope.authorityId).where('task_id', '=', taskId).execute()
  if (partners.length === 0) return
  await trx
    .insertInto('programme_task_partners')
    .values(
      partners.map(({ unitId, words }, i) => ({ authority_id: scope.authorityId, task_id: taskId, place: i + 1, unit_id: unitId, words })),
    )
    .execute()
}

/** Which sentences an item comes from. */
export async function listAnchors(
  db: Db,
  scope: Scope,
  taskIds: readonly string[],
): Promise<{ taskId: string; documentId: string; anchorId: string }[]> {
  if (taskIds.length === 0) return []
  return db
    .selectFrom('programme_task_anchors')
    .select(['task_id as taskId', 'document_id as documentId', 'anchor_id as anchorId'])
    .where('authority_id', '=', scope.authorityId)
    .where('task_id', 'in', [...taskIds])
    .execute()
}

export async function addAnchors(
  trx: Trx,
  scope: Scope,
  anchors: readonly { taskId: string; documentId: string; anchorId: string }[],
): Promise<void> {
  if (anchors.length === 0) return
  await trx
    .insertInto('programme_task_anchors')
    .values(
      anchors.map(({ taskId, documentId, anchorId }) => ({
        authority_id: scope.authorityId,
        task_id: taskId,
        document_id: documentId,
        anchor_id: anchorId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const evidenceColumns = [
  'id',
  'ref_type as refType',
  'ref_id as refId',
  'caption',
  'added_at as addedAt',
  'removed_at as removedAt',
  'removed_because as removedBecause',
] as const

/** Evidence in the order in which it came, what was taken back included. */
export function listEvidence(db: Db, scope: Scope, taskId: string): Promise<Evidence[]> {
  return db
    .selectFrom('programme_evidence')
    .select(evidenceColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('task_id', '=', taskId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}

/** The newest notes first. */
export function listNotes(
  db: Db,
  scope: Scope,
  taskId: string,
  audiences: readonly Note['audience'][],
  after: { at: Date; id: string } | null,
  limit: number,
): Promise<Note[]> {
  let query = db
    .selectFrom('programme_notes')
    .select(['id', 'at', 'person_id as personId', 'words', 'reached', 'audience'])
    .where('authority_id', '=', scope.authorityId)
    .where('task_id', '=', taskId)
    .where('audience', 'in', [...audiences])
  if (after) query = query.where(sql<boolean>`(at, id) < (${after.at}, ${after.id}::uuid)`)
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}
