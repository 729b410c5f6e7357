import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { isUuid } from '../../../shared/ids.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { type Actor, hasRole, listStaff, listUnits, requireRole } from '../../accounts/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { paths } from '../paths.ts'
import { readers } from '../rules.ts'
import { actOnTask, rolesOnPlaced } from '../task-feature.ts'
import { countViews, listTasksOf, ownViews, unitViews } from './list-tasks.ts'
import { OwnPage, UnitPage, type UnitPageProps } from './pages/task-lists.tsx'
import { findPlaced } from './placed-task.ts'
import { workers } from './require-owner.ts'
import { seesAllUnits } from './require-unit.ts'
import { text } from './text.ts'

const ROWS = 30
/** Items that are given to somebody in one go. */
const MOST_AT_ONCE = 50

type Query = { Querystring: { xem?: string; after?: string; 'don-vi'?: string; giao?: string } }

/** "Việc của tôi" and "Việc của cơ quan". */
export async function taskListRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db } = options
  const head = { noindex: true, office: true }
  const today = () => civilDateOf(options.now())
  const afterOf = ({ after }: Query['Querystring']) => (typeof after === 'string' && after !== '' ? after : null)

  app.get<Query>(paths.own, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang, scope, query } = request
    const view = ownViews.find((one) => one === query.xem) ?? 'open'
    const of = { personId: actor.personId }
    const page = await listTasksOf(db, scope, { of, view, today: today(), after: afterOf(query), limit: ROWS })
    return sendPage(
      request,
      reply,
      { ...head, current: paths.own, title: text[lang].own.title, wide: true },
      <OwnPage lang={lang} view={view} page={page} today={today()} />,
    )
  })

  app.get<Query>(paths.ofUnit, async (request, reply) => {
    const actor = requireRole(request, readers)
    const given = Number(request.query.giao)
    return showUnit(request, reply, actor, Number.isInteger(given) && given > 0 ? { assigned: given } : {})
  })

  app.post<Query>(paths.ofUnit, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang } = request
    const body = (request.body ?? {}) as Record<string, unknown>
    const typed = {
      tasks: [body['tasks'] ?? []].flat().filter((code) => typeof code === 'string'),
      personId: typeof body['personId'] === 'string' ? body['personId'] : '',
      reason: typeof body['reason'] === 'string' ? body['reason'] : '',
    }
    const refuse = (field: string, said: string) => showUnit(request, reply, actor, { typed, problems: [{ field, text: said }] }, 422)
    if (typed.tasks.length === 0) return refuse('tasks', text[lang].ofUnit.nothingChosen)
    if (typed.tasks.length > MOST_AT_ONCE) return refuse('tasks', text[lang].ofUnit.tooMany)
    if (typed.personId === '') return refuse('personId', text[lang].page.chooseNobody)
    const left = await assign(request, actor, typed)
    if (left.problems.length > 0)
      return showUnit(
        request,
        reply,
        actor,
        { typed: { ...typed, tasks: left.codes }, problems: left.problems, ...(left.given > 0 ? { assigned: left.given } : {}) },
        422,
      )
    const { xem, 'don-vi': unit } = request.query
    const query = new URLSearchParams({ giao: String(left.given), ...(xem ? { xem } : {}), ...(unit ? { 'don-vi': unit } : {}) })
    return reply.redirect(localPath(lang, `${paths.ofUnit}?${query}`), 303)
  })

  /** Each item by an act of its own, with its own entry; what is refused is said by its code and does not stop the others. */
  async function assign(
    request: FastifyRequest,
    actor: Actor,
    { tasks, personId, reason }: { tasks: readonly string[]; personId: string; reason: string },
  ) {
    const { scope, lang } = request
    const left = { given: 0, codes: [] as string[], problems: [] as { field: string; text: string }[] }
    for (const code of new Set(tasks)) {
      const task = await findPlaced(db, scope, code)
      try {
        if (!task || !rolesOnPlaced(actor, task)) throw new NotFound()
        await actOnTask(options, { scope, actor }, task, 'setOwner', { unitId: task.unitId, personId, reason })
        left.given++
      } catch (error) {
        for (const problem of refusedBecause(request, error))
          left.problems.push({ field: problem.field, text: text[lang].ofUnit.refused(code, problem.text) })
        left.codes.push(code)
      }
    }
    return left
  }

  /** A code of nobody's and an item that is not theirs to give do not stop the others either. */
  function refusedBecause(request: FastifyRequest, error: unknown) {
    const closed = error instanceof DomainError && (error.status === 403 || error.status === 404)
    return closed ? [{ field: 'tasks', text: text[request.lang].ofUnit.notHere }] : refusalOf(request, error).problems
  }

  async function showUnit(
    request: FastifyRequest<Query>,
    reply: FastifyReply,
    actor: Actor,
    shown: Pick<UnitPageProps, 'assigned' | 'problems' | 'typed'>,
    status = 200,
  ) {
    const { lang, scope, query } = request
    const units = await listUnits(db, scope, { on: today() })
    const asked = seesAllUnits(actor) && isUuid(query['don-vi'] ?? '') ? query['don-vi'] : actor.unitId
    const unit = units.find(({ id }) => id === asked) ?? null
    const view = unitViews.find((one) => one === query.xem) ?? 'open'
    const mayGive = hasRole(actor, 'chairman') || (hasRole(actor, 'unitHead') && unit?.id === actor.unitId)
    const [page, counts, staff] = unit
      ? await Promise.all([
          listTasksOf(db, scope, { of: { unitId: unit.id }, view, today: today(), after: afterOf(query), limit: ROWS }),
          countViews(db, scope, unit.id, today()),
          listStaff(db, scope),
        ])
      : [{ items: [], next: null }, null, []]
    const people = staff.filter(({ unitId, roles }) => unitId === unit?.id && roles.some((role) => workers.some((one) => one === role)))
    const content = (
      <UnitPage
        lang={lang}
        csrf={request.csrfToken()}
        unit={unit}
        units={seesAllUnits(actor) ? units : []}
        view={view}
        page={page}
        counts={counts}
        today={today()}
        people={mayGive ? people : null}
        names={new Map(staff.map(({ personId, name }) => [personId, name]))}
        {...shown}
      />
    )
    return sendPage(
      request,
      reply,
      { ...head, current: paths.ofUnit, title: text[lang].ofUnit.title, wide: true, status, islands: ['error-focus'] },
      content,
    )
  }
}
