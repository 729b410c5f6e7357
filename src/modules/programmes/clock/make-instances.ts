import type { Db, Trx } from '../../../platform/database.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { newId } from '../../../shared/ids.ts'
import type { Scope } from '../../accounts/index.ts'
import { loadCalendar, type OfficeCalendar } from '../../clocks/index.ts'
import { appendEntries } from '../../history/index.ts'
import { recountMany } from '../../tallies/index.ts'
import { newCodes } from '../items/make-items.ts'
import { lateFrom } from '../late-from.ts'
import { PROMISES_TAG, programmeTag, taskTag } from '../options.ts'
import { lockProgramme } from '../programme-repository.ts'
import { taskCounts } from '../rules.ts'
import { type Task, taskMatter } from '../task.ts'
import { addAnchors, insertTasks, listAnchors, listPartners, lockTask, saveTask, setPartners } from '../task-repository.ts'
import { instancesToMake } from './plan-instances.ts'

interface InstanceOptions {
  db: Db
  now: () => Date
  dropPages: (tags: readonly string[]) => void
}

/** Recurring items read at once. */
const PAGE = 500

/**
 * Each night: the rounds of recurring items up to the one after today's. Safe to run twice, in two workers at once and after weeks of
 * being down: which rounds there are is asked under the lock of their programme.
 * @returns how many were made
 */
export async function makeInstances(options: InstanceOptions, scope: Scope): Promise<number> {
  const calendar = await loadCalendar(options.db, scope)
  let made = 0
  let after: string | null = '00000000-0000-0000-0000-000000000000'
  while (after) {
    const page: { id: string; programmeId: string }[] = await options.db
      .selectFrom('programme_tasks')
      .select(['id', 'programme_id as programmeId'])
      .where('authority_id', '=', scope.authorityId)
      .where('every', 'is not', null)
      .where('series_id', 'is', null)
      .where('status', 'in', ['planned', 'inProgress'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    for (const series of page) made += await makeRounds(options, scope, calendar, series)
    after = page.length === PAGE ? page.at(-1)!.id : null
  }
  return made
}

async function makeRounds(
  { db, now, dropPages }: InstanceOptions,
  scope: Scope,
  calendar: OfficeCalendar,
  { id, programmeId }: { id: string; programmeId: string },
): Promise<number> {
  const done = await db.transaction().execute(async (trx) => {
    const programme = await lockProgramme(trx, scope, programmeId)
    const series = await lockTask(trx, scope, id)
    if (programme?.status !== 'published' || !series || series.kind === 'objective' || !isRunning(series)) return null
    const at = now()
    const planned = instancesToMake(series, programme, await periodsOf(trx, scope, id), civilDateOf(at))
    if (planned.length === 0 && series.lateFrom === null) return null
    const [codes, first] = [await newCodes(trx, scope, at, planned.length), (await lastPlace(trx, scope, programmeId)) + 1]
    const instances = planned.map(
      (round, i): Task => ({
        ...series,
        ...round,
        id: newId(at.getTime()),
        code: codes[i]!,
        place: first + i,
        status: 'planned',
        version: 1,
        every: null,
        seriesId: series.id,
        lateFrom: lateFrom(calendar, round.dueOn),
        reached: null,
        reportedBy: null,
        reportedOn: null,
        doneOn: null,
        notes: 0,
        evidence: 0,
        saidDone: 0,
        saidPartly: 0,
        saidNot: 0,
        updatedAt: at,
      }),
    )
    await insertTasks(trx, scope, instances)
    await copyTies(trx, scope, series.id, instances)
    // The rounds are late, each from its day; what recurs is never late itself.
    const kept = series.lateFrom === null ? series : await saveTask(trx, scope, series, { lateFrom: null, version: series.version + 1 })
    const entries = instances.map((task) => ({
      matter: taskMatter(task),
      entry: {
        type: 'task.roundMade',
        audience: 'public' as const,
        facts: { series: series.code, period: task.period, startsOn: task.startsOn, dueOn: task.dueOn },
      },
    }))
    await appendEntries(trx, scope, entries, { role: 'clock', personId: null, at })
    const countsOf = (task: Task) => taskCounts(task, programme)
    await recountMany(trx, scope, countsOf(series), [kept, ...instances].flatMap(countsOf))
    const tags = [PROMISES_TAG, programmeTag(programme.id), taskTag(id), ...(programme.planId ? [programmeTag(programme.planId)] : [])]
    return { made: instances.length, tags }
  })
  if (!done) return 0
  dropPages(done.tags)
  return done.made
}

const isRunning = ({ every, seriesId, status }: Task) =>
  every !== null && seriesId === null && (status === 'planned' || status === 'inProgress')

async function periodsOf(trx: Trx, scope: Scope, seriesId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('programme_tasks')
    .select('period')
    .where('authority_id', '=', scope.authorityId)
    .where('series_id', '=', seriesId)
    .execute()
  return rows.flatMap(({ period }) => period ?? [])
}

async function lastPlace(trx: Trx, scope: Scope, programmeId: string): Promise<number> {
  const row = await trx
    .selectFrom('programme_tasks')
    .select((eb) => eb.fn.max('place').as('place'))
    .where('authority_id', '=', scope.authorityId)
    .where('programme_id', '=', programmeId)
    .executeTakeFirst()
  return row?.place ?? 0
}

/** A round has the partners of the recurring item and comes from the same sentences. */
async function copyTies(trx: Trx, scope: Scope, seriesId: string, instances: readonly Task[]): Promise<void> {
  const [partners, anchors] = [await listPartners(trx, scope, [seriesId]), await listAnchors(trx, scope, [seriesId])]
  for (const { id } of instances) {
    if (partners.length > 0) await setPartners(trx, scope, id, partners)
    await addAnchors(
      trx,
      scope,
      anchors.map((anchor) => ({ ...anchor, taskId: id })),
    )
  }
}
