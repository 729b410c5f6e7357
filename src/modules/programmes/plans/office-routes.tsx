import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../../../platform/http/index.ts'
import { NotFound } from '../../../shared/errors.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { hasRole, listUnits, requireRole } from '../../accounts/index.ts'
import { findDocument, listPassages } from '../../documents/index.ts'
import { allowedActs, requireAct } from '../../lifecycle/index.ts'
import { programmeActions } from '../acts/programme/index.ts'
import { actOnProgramme } from '../feature.ts'
import type { ProgrammeOptions } from '../options.ts'
import { leaders } from '../overview/routes.tsx'
import { paths } from '../paths.ts'
import type { Programme } from '../programme.ts'
import { type ProgrammeAct, programmeLifecycle } from '../programme-lifecycle.ts'
import { findProgrammeBySlug } from '../programme-repository.ts'
import { placeFrom } from '../public/addresses.ts'
import { programmeRolesOn, readers } from '../rules.ts'
import { listTasks } from '../task-repository.ts'
import { inputFromForm, refusedField } from './form-input.ts'
import { countByStatus, listByStatus, listOfUnits } from './office-lists.ts'
import { officeView } from './office-view.ts'
import { ItemPage } from './pages/item-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { choicesFor, officeHead, type Shown, showOne } from './show-one.tsx'
import { text } from './text.ts'
import { itemsJson } from './views.ts'

const ROWS = 30
/** Acts of a form that stands on the page of an item. */
const ofItem: readonly ProgrammeAct[] = ['editItem', 'splitItem', 'mergeItem', 'moveItem', 'removeItem']
/** After these there is no such item any more. */
const endsItem: readonly ProgrammeAct[] = ['mergeItem', 'removeItem']

type BySlug = { Params: { slug: string; act: string; code: string }; Querystring: { xong?: string; sau?: unknown } }

/** `/lam-viec/chuong-trinh`: plans and programmes by status, each with its acts and items. */
export async function officeRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db } = options

  app.get<{ Querystring: { loai?: string; xem?: string; after?: string } }>(paths.office, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang, scope, query } = request
    const [plans, agencies] = await Promise.all([countByStatus(db, scope, 'plan'), countByStatus(db, scope, 'agency')])
    const { kind, status } = officeView(actor, query, { plan: plans, agency: agencies })
    const counts = kind === 'plan' ? plans : agencies
    const after = typeof query.after === 'string' && query.after !== '' ? query.after : null
    const ownUnits = [...(actor.unitId ? [actor.unitId] : []), ...(actor.formerUnitIds ?? [])]
    const [page, own, units] = await Promise.all([
      listByStatus(db, scope, kind, [status], after, ROWS),
      after ? [] : listOfUnits(db, scope, ownUnits),
      listUnits(db, scope),
    ])
    const unitNames = new Map(units.map(({ id, name }) => [id, name]))
    const may = { mayMake: hasRole(actor, 'editor'), seesOverview: hasRole(actor, ...leaders) }
    const list = <ListPage {...{ lang, kind, status, page, counts, own, unitNames, ...may }} />
    return sendPage(request, reply, { ...officeHead, title: text[lang].office.title, wide: true }, list)
  })

  app.get<BySlug>('/lam-viec/chuong-trinh/:slug', async (request, reply) => {
    requireRole(request, readers)
    const { xong, sau } = request.query
    return showOne(options, request, reply, await find(request), { done: xong !== undefined, after: placeFrom(sau) })
  })

  app.get<BySlug>('/lam-viec/chuong-trinh/:slug/viec/:code', async (request, reply) => {
    requireRole(request, readers)
    return showItem(request, reply, await find(request), request.params.code, { done: request.query.xong !== undefined })
  })

  app.post<BySlug>('/lam-viec/chuong-trinh/:slug/:act', async (request, reply) => {
    requireRole(request, readers)
    const programme = await find(request)
    const act = requireAct(programmeActions, request.params.act)
    const code = ofItem.includes(act) ? itemCode(request.body) : null
    try {
      await actOnProgramme(options, request, programme, act, inputFromForm(act, request.body))
    } catch (error) {
      const shown = { attempt: { act, refusal: refusedField(refusalOf(request, error)) } }
      const now = await find(request)
      return code && (await listTasks(db, request.scope, now.id)).some((task) => task.code === code)
        ? showItem(request, reply, now, code, shown)
        : showOne(options, request, reply, now, shown)
    }
    const next = code && !endsItem.includes(act) ? paths.item(programme.slug, code) : paths.officeOne(programme.slug)
    return reply.redirect(localPath(request.lang, `${next}?xong=1`), 303)
  })

  async function find(request: FastifyRequest<BySlug>): Promise<Programme> {
    const programme = await findProgrammeBySlug(db, request.scope, request.params.slug)
    if (!programme) throw new NotFound()
    return programme
  }

  async function showItem(request: FastifyRequest, reply: FastifyReply, programme: Programme, code: string, { attempt, done }: Shown) {
    const { lang, scope, actor } = request
    const tasks = await listTasks(db, scope, programme.id)
    const item = (await itemsJson(db, scope, tasks)).find((one) => one.code === code)
    if (item?.status !== 'draft') throw new NotFound()
    const goals = tasks.filter(({ kind }) => kind === 'objective')
    const document = programme.documentId ? await findDocument(db, scope, programme.documentId) : undefined
    const passages = document && item.anchorIds.length > 0 ? await listPassages(db, scope, document.id, document.edition) : []
    const page = (
      <ItemPage
        lang={lang}
        csrf={request.csrfToken()}
        programme={programme}
        item={item}
        count={tasks.length}
        sentences={passages.filter(({ anchorId }) => item.anchorIds.includes(anchorId))}
        acts={allowedActs(programmeLifecycle, programme, programmeRolesOn(actor, programme) ?? new Set())}
        attempt={attempt}
        done={done}
        {...(await choicesFor(db, scope, goals, options.now()))}
      />
    )
    const refusal: FormRefusal | undefined = attempt?.refusal
    const title = `${text[lang].office.editItem} ${code}`
    return sendPage(request, reply, { ...officeHead, title, status: refusal?.status, islands: ['error-focus'] }, page)
  }
}

function itemCode(body: unknown): string | null {
  const { item } = (body ?? {}) as { item?: unknown }
  return typeof item === 'string' ? item : null
}
