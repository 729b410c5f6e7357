import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { findDocument, listPassages } from '../../documents/index.ts'
import { type Programme, shownStatuses } from '../programme.ts'
import { listAnchors } from '../task-repository.ts'
import { itemsById, listSlim } from './read-items.ts'
import { type Trace, traceOf } from './trace.ts'
import type { Slim } from './views.ts'

/** Items of other programmes named beside one sentence, at most. */
const ELSEWHERE = 3

/** The whole chain of a plan or programme: sentences and items are hundreds, so four look-ups by key bring it. */
export async function loadTrace(db: Db, scope: Scope, programme: Programme): Promise<Trace> {
  const [document, items] = await Promise.all([
    programme.documentId ? findDocument(db, scope, programme.documentId) : undefined,
    listSlim(db, scope, programme.id),
  ])
  const isPublic = document?.status === 'published'
  const [passages, anchors] = await Promise.all([
    isPublic ? listPassages(db, scope, document.id, document.edition) : [],
    listAnchors(
      db,
      scope,
      items.map(({ id }) => id),
    ),
  ])
  const taken = new Set(anchors.map(({ anchorId }) => anchorId))
  const free = passages.filter(({ kind, anchorId }) => kind !== 'heading' && !taken.has(anchorId)).map(({ anchorId }) => anchorId)
  return traceOf(passages, items, anchors, await elsewhere(db, scope, document?.id, free))
}

/** For sentences that no item of the plan itself comes from: a few items of other programmes each. */
async function elsewhere(db: Db, scope: Scope, documentId: string | undefined, anchorIds: readonly string[]): Promise<Map<string, Slim[]>> {
  if (!documentId || anchorIds.length === 0) return new Map()
  const { rows } = await sql<{ anchorId: string; taskId: string }>`
    select asked.id as "anchorId", found.task_id as "taskId"
    from unnest(${anchorIds}::uuid[]) as asked (id)
    cross join lateral (
      select a.task_id from programme_task_anchors a
      join programme_tasks t on t.authority_id = a.authority_id and t.id = a.task_id and t.status <> 'draft'
      join programmes p on p.authority_id = t.authority_id and p.id = t.programme_id and p.status = any (${[...shownStatuses]})
      where a.authority_id = ${scope.authorityId} and a.document_id = ${documentId} and a.anchor_id = asked.id
      limit ${ELSEWHERE}
    ) as found`.execute(db)
  const tasks = new Map((await itemsById(db, scope, [...new Set(rows.map(({ taskId }) => taskId))])).map((task) => [task.id, task]))
  const found = new Map<string, Slim[]>()
  for (const { anchorId, taskId } of rows) {
    const task = tasks.get(taskId)
    if (task) found.set(anchorId, [...(found.get(anchorId) ?? []), task])
  }
  return found
}
