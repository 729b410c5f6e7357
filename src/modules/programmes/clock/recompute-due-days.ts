import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { loadCalendar, type OfficeCalendar } from '../../clocks/index.ts'
import { appendEntries } from '../../history/index.ts'
import { recountMany } from '../../tallies/index.ts'
import { lateFrom } from '../late-from.ts'
import { PROMISES_TAG, programmeTag, taskTag } from '../options.ts'
import { programmesOf } from '../programme-repository.ts'
import { taskCounts } from '../rules.ts'
import { openStatuses, type Task, taskMatter } from '../task.ts'
import { tasksOf } from '../task-repository.ts'
import '../reports/reports.table.ts'

export interface CalendarNews {
  /** First day that counts differently. */
  since: CivilDate
  /** Number of the notice that changed the calendar. */
  notice: string
  actorId: string | null
}

interface RecomputeOptions {
  db: Db
  now: () => Date
  dropPages: (tags: readonly string[]) => void
}

/** Items that are looked at together, without a lock. */
const LOOK_AT = 2_000
/** Items that are locked together: nobody who acts on one of them waits long. */
const BATCH = 250

/**
 * After a change of the office calendar: from which day open items and reports are late, batch by batch, each in a transaction of its
 * own, with an entry in each item's history. Broken off, it goes on where it stopped: what has moved does not move again.
 * @returns how many items moved
 */
export async function recomputeDueDays(options: RecomputeOptions, scope: Scope, news: CalendarNews): Promise<number> {
  const calendar = await loadCalendar(options.db, scope)
  await recomputeReports(options.db, scope, calendar, news.since)
  let moved = 0
  let after: { lateFrom: CivilDate; id: string } | null = { lateFrom: news.since, id: '00000000-0000-0000-0000-000000000000' }
  while (after) {
    const page: Task[] = await openItems(options.db, scope)
      .where(sql<boolean>`(late_from, id) > (${after.lateFrom}::date, ${after.id}::uuid)`)
      .orderBy('late_from')
      .orderBy('id')
      .limit(LOOK_AT)
      .execute()
    const wrong = page.filter((task) => movesTo(calendar, task) !== null).map(({ id }) => id)
    for (let i = 0; i < wrong.length; i += BATCH) moved += await moveBatch(options, scope, calendar, news, wrong.slice(i, i + BATCH))
    const last = page.at(-1)
    after = page.length === LOOK_AT && last?.lateFrom ? { lateFrom: last.lateFrom, id: last.id } : null
  }
  return moved
}

const openItems = (db: Db, scope: Scope) => tasksOf(db, scope).where('status', 'in', openStatuses).where('late_from', 'is not', null)

/** The new first day of lateness; null: it stays. */
function movesTo(calendar: OfficeCalendar, { dueOn, lateFrom: from }: Pick<Task, 'dueOn' | 'lateFrom'>): CivilDate | null {
  if (dueOn === null || from === null) return null
  const counted = lateFrom(calendar, dueOn)
  return counted === from ? null : counted
}

async function moveBatch(
  { db, now, dropPages }: RecomputeOptions,
  scope: Scope,
  calendar: OfficeCalendar,
  { notice, actorId }: CalendarNews,
  ids: readonly string[],
): Promise<number> {
  const done = await db.transaction().execute(async (trx) => {
    const before = (await openItems(trx, scope).where('id', 'in', ids).orderBy('id').forUpdate().execute()).filter(
      (task) => movesTo(calendar, task) !== null,
    )
    if (before.length === 0) return { moved: 0, tags: [] }
    const after = before.map((task) => ({ ...task, lateFrom: movesTo(calendar, task)!, version: task.version + 1, updatedAt: now() }))
    await sql`update programme_tasks set late_from = moved.late_from, version = version + 1, updated_at = ${now()}
      from unnest(${after.map(({ id }) => id)}::uuid[], ${after.map((task) => task.lateFrom)}::date[]) as moved (id, late_from)
      where programme_tasks.authority_id = ${scope.authorityId} and programme_tasks.id = moved.id`.execute(trx)
    const entries = before.map((task, i) => ({
      matter: taskMatter(task),
      entry: {
        type: 'task.recomputed',
        audience: 'public' as const,
        facts: { dueOn: task.dueOn, oldLateFrom: task.lateFrom, newLateFrom: after[i]!.lateFrom, notice },
      },
    }))
    await appendEntries(trx, scope, entries, { role: 'administrator', personId: actorId, at: now() })
    const programmeIds = [...new Set(before.map(({ programmeId }) => programmeId))]
    const programmes = new Map((await programmesOf(trx, scope).where('id', 'in', programmeIds).execute()).map((one) => [one.id, one]))
    const countsOf = (task: Task) => taskCounts(task, programmes.get(task.programmeId)!)
    await recountMany(trx, scope, before.flatMap(countsOf), after.flatMap(countsOf))
    const plans = [...programmes.values()].flatMap(({ id, planId }) => [id, ...(planId ? [planId] : [])])
    return { moved: before.length, tags: [PROMISES_TAG, ...[...new Set(plans)].map(programmeTag), ...before.map(({ id }) => taskTag(id))] }
  })
  if (done.tags.length > 0) dropPages(done.tags)
  return done.moved
}

/** Reports that are not in: few, one for each agency and period. */
async function recomputeReports(db: Db, scope: Scope, calendar: OfficeCalendar, since: CivilDate): Promise<void> {
  const rows = await db
    .selectFrom('programme_reports')
    .select(['id', 'due_on', 'late_from'])
    .where('authority_id', '=', scope.authorityId)
    .where('status', '=', 'requested')
    .where('late_from', '>', since)
    .execute()
  const moved = rows.map((row) => ({ ...row, to: lateFrom(calendar, row.due_on) })).filter((row) => row.to !== row.late_from)
  if (moved.length === 0) return
  await sql`update programme_reports set late_from = moved.late_from
    from unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ to }) => to)}::date[]) as moved (id, late_from)
    where programme_reports.authority_id = ${scope.authorityId} and programme_reports.id = moved.id`.execute(db)
}
