import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { listStaff, type Scope } from '../../accounts/index.ts'
import type { OfficeCalendar } from '../../clocks/index.ts'
import { lateFrom } from '../late-from.ts'
import { paths } from '../paths.ts'
import { reportPaths } from '../reports/paths.ts'
import { openStatuses } from '../task.ts'
import '../programmes.table.ts'
import '../reports/reports.table.ts'
import type { DueThing, Office } from './who-is-told.ts'

/** Rows read at once. */
const PAGE = 1_000

/** Something due, with what a mail says of it. */
export interface NamedThing extends DueThing {
  id: string
  /** Code of an item or report; title of a programme. */
  name: string
  title: string
  path: string
}

export async function officeOn(db: Db, scope: Scope, today: CivilDate): Promise<Office> {
  const staff = await listStaff(db, scope, { on: today })
  const heads = staff.filter(({ roles, unitId }) => unitId !== null && roles.includes('unitHead'))
  const officers = staff.filter(({ roles }) => roles.includes('caseOfficer') || roles.includes('unitHead'))
  return {
    unitOf: new Map(officers.flatMap(({ personId, unitId }) => (unitId ? [[personId, unitId]] : []))),
    headsOf: new Map(
      [...Map.groupBy(heads, ({ unitId }) => unitId!)].map(([unitId, people]) => [unitId, people.map(({ personId }) => personId)]),
    ),
    chairmen: staff.filter(({ roles }) => roles.includes('chairman')).map(({ personId }) => personId),
  }
}

/** Everything of published plans that is late before a day, soonest first, page by page; then reports and agencies' programmes. */
export async function* dueThings(db: Db, scope: Scope, calendar: OfficeCalendar, before: CivilDate): AsyncGenerator<NamedThing> {
  let after: { lateFrom: CivilDate; id: string } | undefined
  do {
    const rows = await itemsDue(db, scope, before, after)
    for (const { id, code, title, unitId, personId, status, lateFrom: from } of rows)
      yield {
        kind: 'task',
        id,
        name: code,
        title,
        path: paths.officeTask(code),
        unitId,
        personId,
        isReported: status === 'reported',
        lateFrom: from!,
      }
    const last = rows.at(-1)
    after = rows.length === PAGE && last?.lateFrom ? { lateFrom: last.lateFrom, id: last.id } : undefined
  } while (after)
  yield* await reportsAsked(db, scope)
  yield* await programmesDue(db, scope, calendar, before)
}

function itemsDue(db: Db, scope: Scope, before: CivilDate, after: { lateFrom: CivilDate; id: string } | undefined) {
  let query = db
    .selectFrom('programme_tasks as task')
    .innerJoin('programmes as programme', (join) =>
      join.onRef('programme.authority_id', '=', 'task.authority_id').onRef('programme.id', '=', 'task.programme_id'),
    )
    .select(['task.id', 'code', 'task.title', 'task.unit_id as unitId', 'person_id as personId', 'task.status', 'late_from as lateFrom'])
    .where('task.authority_id', '=', scope.authorityId)
    .where('task.status', 'in', openStatuses)
    .where('programme.status', '=', 'published')
    // What recurs is never late itself: its rounds are.
    .where('every', 'is', null)
    .where('late_from', '<', before)
  if (after) query = query.where(sql<boolean>`(late_from, task.id) > (${after.lateFrom}::date, ${after.id}::uuid)`)
  return query.orderBy('late_from').orderBy('task.id').limit(PAGE).execute()
}

/** A report is told of as soon as it is asked for. */
async function reportsAsked(db: Db, scope: Scope): Promise<NamedThing[]> {
  const rows = await db
    .selectFrom('programme_reports as report')
    .innerJoin('programmes as plan', (join) =>
      join.onRef('plan.authority_id', '=', 'report.authority_id').onRef('plan.id', '=', 'report.plan_id'),
    )
    .select(['report.id', 'code', 'plan.title', 'report.unit_id as unitId', 'late_from as lateFrom'])
    .where('report.authority_id', '=', scope.authorityId)
    .where('report.status', '=', 'requested')
    .orderBy('late_from')
    .orderBy('report.id')
    .execute()
  return rows.map(({ id, code, title, unitId, lateFrom: from }) => ({
    kind: 'report',
    id,
    name: code,
    title,
    path: reportPaths.one(code),
    unitId,
    personId: null,
    isReported: false,
    lateFrom: from,
  }))
}

/** Agencies' programmes that are not out, under plans that are: at most one for each agency and plan. */
async function programmesDue(db: Db, scope: Scope, calendar: OfficeCalendar, before: CivilDate): Promise<NamedThing[]> {
  const rows = await db
    .selectFrom('programmes as programme')
    .innerJoin('programmes as plan', (join) =>
      join.onRef('plan.authority_id', '=', 'programme.authority_id').onRef('plan.id', '=', 'programme.plan_id'),
    )
    .select(['programme.id', 'programme.slug', 'programme.title', 'programme.unit_id as unitId', 'programme.due_on as dueOn'])
    .where('programme.authority_id', '=', scope.authorityId)
    .where('programme.kind', '=', 'agency')
    .where('programme.status', 'in', ['draft', 'submitted', 'approved'])
    .where('plan.status', '=', 'published')
    .where('programme.due_on', '<', before)
    .orderBy('programme.due_on')
    .orderBy('programme.id')
    .execute()
  return rows
    .map(({ id, slug, title, unitId, dueOn }) => ({
      kind: 'programme' as const,
      id,
      name: '',
      title,
      path: paths.officeOne(slug),
      unitId,
      personId: null,
      isReported: false,
      lateFrom: lateFrom(calendar, dueOn!),
    }))
    .filter((thing) => thing.lateFrom < before)
}
