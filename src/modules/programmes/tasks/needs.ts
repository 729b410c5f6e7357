import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Task } from '../task.ts'
import '../programmes.table.ts'

/** One act a programme at a time may tie its items: two at once could close a circle that neither sees. */
export async function lockNeeds(trx: Trx, scope: Scope, programmeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`needs:${scope.authorityId}:${programmeId}`}, 0))`.execute(trx)
}

/** What must be done before an item, and what waits for it. */
export async function listNeeds(
  db: Db,
  scope: Scope,
  taskId: string,
): Promise<{ needs: Pick<Task, 'id' | 'code' | 'title' | 'status'>[]; neededBy: Pick<Task, 'id' | 'code' | 'title' | 'status'>[] }> {
  const linked = (from: 'task_id' | 'needs_id', to: 'task_id' | 'needs_id') =>
    db
      .selectFrom('programme_task_needs as need')
      .innerJoin('programme_tasks as task', (join) =>
        join.onRef('task.authority_id', '=', 'need.authority_id').onRef('task.id', '=', `need.${to}`),
      )
      .select(['task.id', 'task.code', 'task.title', 'task.status'])
      .where('need.authority_id', '=', scope.authorityId)
      .where(`need.${from}`, '=', taskId)
      .orderBy('task.place')
      .orderBy('task.id')
      .limit(100)
      .execute()
  const [needs, neededBy] = await Promise.all([linked('task_id', 'needs_id'), linked('needs_id', 'task_id')])
  return { needs, neededBy }
}

/** Whether an item already waits, over however many others, for another. */
export async function waitsFor(trx: Trx, scope: Scope, taskIds: readonly string[], other: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive before (id) as (
      select unnest(${[...taskIds]}::uuid[])
      union
      select need.needs_id from programme_task_needs need join before on need.task_id = before.id where need.authority_id = ${scope.authorityId}
    )
    select exists (select 1 from before where id = ${other}) as found`.execute(trx)
  return rows[0]!.found
}
