import type { FastifyInstance } from 'fastify'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { isUuid } from '../../../shared/ids.ts'
import type { Lang } from '../../../shared/lang.ts'
import { documentOf } from '../../../ui/page.tsx'
import { findUnit, type Scope } from '../../accounts/index.ts'
import { loadCalendar } from '../../clocks/index.ts'
import { lateFrom } from '../late-from.ts'
import { PROMISES_TAG, type ProgrammeOptions, programmeTag } from '../options.ts'
import { paths } from '../paths.ts'
import { isShown } from '../rules.ts'
import { taskKinds } from '../task.ts'
import { cursorFrom, pathWith, placeFrom, unitFrom } from './addresses.ts'
import { figuresOf, owners } from './figures.ts'
import { itemRoutes } from './item-routes.tsx'
import { stateOf } from './load-agencies.ts'
import { loadPlan, type PlanQuery } from './load-plan.ts'
import { ListPage } from './pages/list-page.tsx'
import { PlanPage } from './pages/plan-page.tsx'
import { UnitPage } from './pages/unit-page.tsx'
import { listItems } from './read-items.ts'
import { listOfUnit, listShown, programmesById, requireShown } from './read-programmes.ts'
import { text } from './text.ts'
import { traceRoutes } from './trace-routes.tsx'
import { viewAddress, viewOf } from './views.ts'

const ROWS = 20

type Query = { Querystring: Record<string, unknown> }

/** "Lời hứa và việc làm": drawn once a day and change, the same for everybody. */
export async function publicRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db, cache, now, references } = options

  app.get<Query>(paths.list, async (request, reply) => {
    const { lang, scope, query } = request
    const after = cursorFrom(query.after)
    const today = civilDateOf(now())
    const render = async () => {
      const page = await listShown(db, scope, 'plan', after, ROWS)
      const figures = await figuresOf(
        db,
        scope,
        page.items.map(({ id }) => owners.tree(id)),
        today,
      )
      const path = after ? `${paths.list}?after=${after}` : paths.list
      const items = page.items.map((plan) => ({ plan, figures: figures(owners.tree(plan.id)) }))
      const head = { title: text[lang].name, description: text[lang].list.lead, current: paths.list }
      return documentOf({ ...request.publicChrome(), path }, head, <ListPage lang={lang} page={{ items, next: page.next }} />)
    }
    return cache.send(request, reply, { key: `promises ${today} ${after ?? ''}`, tags: [PROMISES_TAG], render })
  })

  app.get<Query & { Params: { slug: string } }>('/loi-hua/:slug', async (request, reply) => {
    const { lang, scope } = request
    const programme = await requireShown(db, scope, request.params.slug)
    const today = civilDateOf(now())
    const query: PlanQuery = {
      view: viewOf(request.query.xem),
      kind: taskKinds.find((kind) => kind === request.query.loai && kind !== 'objective') ?? null,
      after: placeFrom(request.query.after),
      afterAgency: unitFrom(request.query['sau-co-quan']),
    }
    const path = pathWith(paths.one(programme.slug), {
      xem: query.view === 'all' ? null : viewAddress[query.view],
      loai: query.kind,
      after: query.after > 0 ? String(query.after) : null,
      'sau-co-quan': query.afterAgency,
    })
    const render = async () => {
      const view = await loadPlan(db, scope, references, programme, query, today)
      const head = { title: programme.title, description: text[lang].list.lead, current: paths.list }
      return documentOf({ ...request.publicChrome(), path }, head, <PlanPage lang={lang} view={view} query={query} today={today} />)
    }
    const tags = [PROMISES_TAG, programmeTag(programme.id)]
    return cache.send(request, reply, { key: `programme ${path} ${today}`, tags, render, viewOf: { type: 'programme', id: programme.id } })
  })

  app.get<Query & { Params: { unitId: string } }>('/loi-hua/co-quan/:unitId', async (request, reply) => {
    const { lang, scope } = request
    const { unitId } = request.params
    const unit = isUuid(unitId) ? await findUnit(db, scope, unitId) : undefined
    if (!unit) throw new NotFound()
    const today = civilDateOf(now())
    const view = viewOf(request.query.xem)
    const after = cursorFrom(request.query.after)
    const path = pathWith(paths.unit(unit.id), { xem: view === 'all' ? null : viewAddress[view], after })
    const render = async () => {
      const [figures, programmes, page] = await Promise.all([
        figuresOf(db, scope, [owners.unit(unit.id)], today),
        programmesOfUnit(scope, unit.id, lang),
        listItems(db, scope, { view, unitId: unit.id }, today, after, ROWS),
      ])
      const head = { title: `${text[lang].name}: ${unit.name}`, description: text[lang].unit.lead, current: paths.list }
      const props = { lang, unit, figures: figures(owners.unit(unit.id)), programmes, page, view, today }
      return documentOf({ ...request.publicChrome(), path }, head, <UnitPage {...props} />)
    }
    return cache.send(request, reply, { key: `promises ${path} ${today}`, tags: [PROMISES_TAG], render })
  })

  await traceRoutes(app, options)
  await itemRoutes(app, options)

  async function programmesOfUnit(scope: Scope, unitId: string, lang: Lang) {
    const [programmes, calendar] = await Promise.all([listOfUnit(db, scope, unitId), loadCalendar(db, scope)])
    const plans = await programmesById(
      db,
      scope,
      programmes.flatMap(({ planId }) => planId ?? []),
    )
    const today = civilDateOf(now())
    return programmes.flatMap((programme) => {
      const plan = programme.planId ? plans.get(programme.planId) : undefined
      // A draft of its own is nobody's; a programme that a public plan asks for is owed in public.
      if (!isShown(programme) && !plan) return []
      const { unitId: _, ...state } = stateOf(programme, programme.dueOn && lateFrom(calendar, programme.dueOn), today)
      return [{ title: plan ? text[lang].unit.forPlan(plan.title) : programme.title, state }]
    })
  }
}
