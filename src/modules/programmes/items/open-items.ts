import { sql } from 'kysely'
import type { Trx } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { loadCalendar } from '../../clocks/index.ts'
import { appendEntries } from '../../history/index.ts'
import { recountMany } from '../../tallies/index.ts'
import { lateFrom } from '../late-from.ts'
import type { Programme } from '../programme.ts'
import { taskCounts } from '../rules.ts'
import { type Task, taskMatter } from '../task.ts'
import { tasksOf } from '../task-repository.ts'

/**
 * The drafts of a programme that is being published become planned, each with an entry of its own and its counts; from when an item
 * is late is reckoned by the office calendar of this day. @returns how many
 */
export async function openItems(
  trx: Trx,
  scope: Scope,
  programme: Programme,
  by: { role: string; personId: string | null; at: Date },
): Promise<number> {
  const drafts = await tasksOf(trx, scope)
    .where('programme_id', '=', programme.id)
    .where('status', '=', 'draft')
    .orderBy('place')
    .forUpdate()
    .execute()
  if (drafts.length === 0) return 0
  const calendar = await loadCalendar(trx, scope)
  const opened = drafts.map(
    (task): Task => ({
      ...task,
      status: 'planned',
      version: task.version + 1,
      // A recurring item is never late itself: its rounds are.
      lateFrom: task.dueOn && !task.every ? lateFrom(calendar, task.dueOn) : null,
      updatedAt: by.at,
    }),
  )
  await sql`
    update programme_tasks t
    set status = 'planned', version = t.version + 1, late_from = o.late_from, updated_at = ${by.at}
    from unnest(${opened.map(({ id }) => id)}::uuid[], ${opened.map((task) => task.lateFrom)}::date[]) as o (id, late_from)
    where t.authority_id = ${scope.authorityId} and t.id = o.id`.execute(trx)
  await appendEntries(
    trx,
    scope,
    opened.map((task) => ({
      matter: taskMatter(task),
      entry: {
        type: 'task.opened',
        audience: 'public',
        facts: {
          programmeId: programme.id,
          code: task.code,
          kind: task.kind,
          unitId: task.unitId,
          dueOn: task.dueOn,
          lateFrom: task.lateFrom,
        },
      },
    })),
    by,
  )
  await recountMany(
    trx,
    scope,
    drafts.flatMap((task) => taskCounts(task, programme)),
    opened.flatMap((task) => taskCounts(task, { ...programme, status: 'published' })),
  )
  return opened.length
}
