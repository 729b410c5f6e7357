import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import { NotFound } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { longInstant, number } from '../../shared/format.ts'
import { isUuid } from '../../shared/ids.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole } from '../accounts/index.ts'
import { audit, auditRead } from '../history/index.ts'
import { requireAct } from '../lifecycle/index.ts'
import { countsOf } from '../tallies/index.ts'
import { acts } from './acts/index.ts'
import { approveMany, type Chosen } from './bulk-approve.ts'
import { actOn, type ModerationOptions } from './feature.ts'
import { ListQuery, labels, MOST_AT_ONCE, SettingInput } from './fields.ts'
import { findItem } from './item-repository.ts'
import { kindOf } from './kind.ts'
import type { ModerationAct } from './lifecycle.ts'
import { listItems } from './list-items.ts'
import { type Item, matterOf } from './moderation.ts'
import { ItemPage } from './pages/item-page.tsx'
import { QueuePage, queueQuery } from './pages/queue-page.tsx'
import { SettingsPage } from './pages/settings-page.tsx'
import { paths } from './paths.ts'
import { deciders, readers } from './rules.ts'
import { setShowAtOnce, showsAtOnce } from './settings.ts'
import { text } from './text.ts'
import { queueRows, viewItem } from './views.ts'

const ROWS = 30

/** The address of a list may carry words of others: they are left alone. An unticked or unchosen field of the filter is blank. */
const PageQuery = z.object(ListQuery.omit({ limit: true }).shape)
const office = { current: paths.queue, noindex: true, office: true } as const

type ById = { Params: { id: string; act: string }; Querystring: { xong?: string } }

/** `/lam-viec/kiem-duyet`: the queue, one item, and the rules of the site. */
export async function officeRoutes(app: FastifyInstance, options: ModerationOptions): Promise<void> {
  const { db, kinds, now } = options

  app.get<{ Querystring: { duyet?: string; khong?: string } }>(paths.queue, async (http, reply) => {
    requireRole(http, readers)
    return showQueue(http, reply, http.query)
  })

  app.post<{ Body: Record<string, unknown> }>(paths.bulk, async (http, reply) => {
    const actor = requireRole(http, deciders)
    const from = backTo(http.body['from'])
    const chosen = chosenIn(http.body['items'])
    const words = text[http.lang].queue
    const filter = Object.fromEntries(new URLSearchParams(from))
    if (chosen.length === 0) return showQueue(http, reply, filter, words.bulkNone)
    if (chosen.length > MOST_AT_ONCE) return showQueue(http, reply, filter, words.bulkTooMany(number(http.lang, MOST_AT_ONCE)))
    const { approved, refused } = await approveMany(options, http.scope, actor, chosen)
    const back = new URLSearchParams(from)
    back.set('duyet', String(approved.length))
    back.set('khong', String(refused.length))
    return reply.redirect(localPath(http.lang, `${paths.queue}?${back.toString()}`), 303)
  })

  app.get<ById>(paths.settings, async (http, reply) => {
    requireRole(http, deciders)
    const shown = await Promise.all(
      Object.entries(kinds).map(async ([type, kind]) => ({
        type,
        name: kind.name[http.lang],
        showAtOnce: await showsAtOnce(db, http.scope, type),
      })),
    )
    const page = <SettingsPage lang={http.lang} csrf={http.csrfToken()} kinds={shown} saved={http.query.xong !== undefined} />
    return sendPage(http, reply, { ...office, title: text[http.lang].settings.title }, page)
  })

  app.post(paths.settings, async (http, reply) => {
    const actor = requireRole(http, deciders)
    const { kind, showAtOnce } = parseInput(SettingInput, http.body, labels)
    if (!Object.hasOwn(kinds, kind)) throw new NotFound()
    await db.transaction().execute((trx) => setShowAtOnce(trx, http.scope, actor, kind, showAtOnce, now()))
    return reply.redirect(localPath(http.lang, `${paths.settings}?xong=1`), 303)
  })

  app.get<ById>(`${paths.queue}/:id`, async (http, reply) => {
    requireRole(http, readers)
    return showItem(http, reply, await getItem(http), { done: http.query.xong !== undefined })
  })

  app.post<ById & { Body: Record<string, unknown> | undefined }>(`${paths.queue}/:id/:act`, async (http, reply) => {
    const actor = requireRole(http, readers)
    const { id } = await getItem(http)
    const act = requireAct(acts, http.params.act)
    const { from, ...input } = http.body ?? {}
    try {
      await actOn(options, { scope: http.scope, actor, isWriter: false, id, act, input })
    } catch (error) {
      const refusal = refusalOf(http, error)
      return showItem(http, reply, await getItem(http), { attempt: { act, refusal } })
    }
    const back = from === undefined ? `${paths.one(id)}?xong=1` : `${paths.queue}${backTo(from)}`
    return reply.redirect(localPath(http.lang, back), 303)
  })

  /** @throws NotFound */
  async function getItem(http: FastifyRequest<ById>): Promise<Item> {
    const { id } = http.params
    const item = isUuid(id) ? await findItem(db, http.scope, id) : undefined
    if (!item) throw new NotFound()
    return item
  }

  async function showQueue(http: FastifyRequest, reply: FastifyReply, query: Record<string, unknown>, problem?: string) {
    const { lang, scope, actor } = http
    const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
    const { after = null, ...filter } = parseInput(PageQuery, asked, labels)
    const [page, counts] = await Promise.all([listItems(db, scope, filter, after, ROWS), countsOf(db, scope, 'moderation.view', 'all')])
    const rows = await queueRows(db, scope, kinds, page.items, lang)
    // Names and words that the public cannot read: one entry a look, not one a line.
    if (rows.length > 0) await audit(db, scope, actor!, 'read', null, { what: 'moderationQueue', view: filter.view, items: rows.length })
    const figure = (value: unknown) => (typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 0)
    const done = query['duyet'] === undefined ? undefined : { approved: figure(query['duyet']), refused: figure(query['khong']) }
    const head = { ...office, title: text[lang].queue.title, wide: true, islands: ['office-keys'] as const }
    return sendPage(
      http,
      reply,
      { ...head, status: problem ? 422 : undefined },
      <QueuePage
        lang={lang}
        csrf={http.csrfToken()}
        filter={filter}
        rows={rows}
        next={page.next}
        counts={counts}
        decides={hasRole(actor, ...deciders)}
        done={done}
        problem={problem}
      />,
    )
  }

  async function showItem(
    http: FastifyRequest,
    reply: FastifyReply,
    item: Item,
    shown: { attempt?: { act: ModerationAct; refusal: FormRefusal }; done?: boolean },
  ) {
    const { lang, scope } = http
    const actor = requireRole(http, readers)
    const view = await viewItem(db, scope, kinds, item, actor, lang)
    await auditRead(db, scope, actor, matterOf(item), 'original')
    const kind = kindOf(kinds, item).name[lang]
    // By its time: a name that waits is nothing for a browser's history.
    const title = `${text[lang].item.title(kind)}, ${longInstant(lang, item.sentAt)}`
    const head = { ...office, title, status: shown.attempt?.refusal.status, islands: ['error-focus'] as const }
    return sendPage(http, reply, head, <ItemPage lang={lang} csrf={http.csrfToken()} kind={kind} view={view} {...shown} />)
  }
}

/** The list that a form was sent from, as a query of ours; the first list for anything else. */
function backTo(from: unknown): string {
  const asked = ListQuery.safeParse(Object.fromEntries(new URLSearchParams(typeof from === 'string' ? from : '')))
  return queueQuery(asked.success ? asked.data : { view: 'waiting' })
}

/** What was ticked: `id:version`, once or many times. */
function chosenIn(items: unknown): Chosen[] {
  return [items].flat().flatMap((one) => {
    const [id = '', version = ''] = typeof one === 'string' ? one.split(':') : []
    return isUuid(id) && /^\d{1,9}$/.test(version) ? [{ id, version: Number(version) }] : []
  })
}
