import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { normaliseCode } from '../../platform/code-numbers.ts'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole } from '../accounts/index.ts'
import { audit, listHistory } from '../history/index.ts'
import { type BatchStatus, matterOf } from './batch.ts'
import { findBatch, listBatches, listItems } from './batch-repository.ts'
import { labels, OffInput, onInput } from './fields.ts'
import type { HoldOptions } from './hold-matter.ts'
import { holdRoutes } from './hold-routes.tsx'
import { BatchPage } from './pages/batch-page.tsx'
import { BatchesPage } from './pages/batches-page.tsx'
import { RulesPage } from './pages/rules-page.tsx'
import { paths } from './paths.ts'
import { holders, readers, switchers } from './permissions.ts'
import { type Rule, rulesOn, type Switch } from './rule.ts'
import { addSwitch, currentSwitches } from './switch-repository.ts'
import { text } from './text.ts'

export type RetentionOptions = HoldOptions

/** Rows of one page. */
const ROWS = 30
const ITEMS = 100

/** `/lam-viec/luu-giu`: the rules, what is announced, what is held, and what is done. */
export const retentionRoutes: FastifyPluginAsync<RetentionOptions> = async (app, options) => {
  ruleRoutes(app, options)
  batchRoutes(app, options)
  await holdRoutes(app, options)
}

function ruleRoutes(app: FastifyInstance, { db, now }: RetentionOptions): void {
  app.get<{ Querystring: { xong?: string } }>(paths.rules, async (request, reply) => {
    requireRole(request, readers)
    return show(request, reply, { done: request.query.xong !== undefined })
  })

  app.post<{ Params: { id: string } }>('/lam-viec/luu-giu/quy-dinh/:id', async (request, reply) => {
    const actor = requireRole(request, switchers)
    const rule = rulesOn(civilDateOf(now())).find(({ id }) => id === request.params.id)
    if (!rule) throw new NotFound()
    const { _csrf, ...typed } = (request.body ?? {}) as Record<string, string>
    try {
      const turned = turnedBy(rule, typed, (await currentSwitches(db, request.scope)).get(rule.id))
      await db.transaction().execute(async (trx) => {
        await addSwitch(trx, request.scope, { ...turned, rule: rule.id, setBy: actor.personId, setAt: now() })
        await audit(trx, request.scope, actor, turned.isOn ? 'retention.on' : 'retention.off', null, { rule: rule.id, ...turned })
      })
    } catch (error) {
      return show(request, reply, { attempt: { rule: rule.id, refusal: refusalOf(request, error) } })
    }
    return reply.redirect(localPath(request.lang, `${paths.rules}?xong=1`), 303)
  })

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { done?: boolean; attempt?: { rule: string; refusal: FormRefusal } },
  ) {
    const { lang, scope, actor } = request
    const page = (
      <RulesPage
        lang={lang}
        csrf={request.csrfToken()}
        rules={rulesOn(civilDateOf(now()))}
        switches={await currentSwitches(db, scope)}
        maySwitch={hasRole(actor, ...switchers)}
        {...shown}
      />
    )
    const head = { title: text[lang].title, current: '/lam-viec', noindex: true, office: true, status: shown.attempt?.refusal.status }
    return sendPage(request, reply, { ...head, islands: ['error-focus'] }, page)
  }
}

/** What the form says; turned off, a rule keeps the numbers that it had. */
function turnedBy(rule: Rule, typed: Record<string, string>, before: Switch | undefined) {
  if (typed['do'] !== 'off') {
    const { do: _, ...on } = parseInput(onInput(rule), { ...typed, do: 'on' }, labels)
    return { ...on, isOn: true }
  }
  const { documentNumber } = parseInput(OffInput, { do: 'off', documentNumber: typed['documentNumber'] }, labels)
  return { documentNumber, isOn: false, keepMonths: before?.keepMonths ?? rule.keepMonths, announceDays: before?.announceDays ?? 30 }
}

function batchRoutes(app: FastifyInstance, { db }: RetentionOptions): void {
  const after = (request: FastifyRequest) => {
    const { after: key } = request.query as Record<string, unknown>
    return typeof key === 'string' && key !== '' ? key : null
  }
  const list = (status: BatchStatus, path: string, name: 'next' | 'done') => {
    app.get(path, async (request, reply) => {
      requireRole(request, readers)
      const { lang, scope } = request
      const page = <BatchesPage lang={lang} name={name} page={await listBatches(db, scope, status, after(request), ROWS)} />
      const head = { title: text[lang][name].title, current: '/lam-viec', noindex: true, office: true, wide: true }
      return sendPage(request, reply, head, page)
    })
  }
  list('announced', paths.next, 'next')
  list('done', paths.done, 'done')

  app.get<{ Params: { code: string } }>('/lam-viec/luu-giu/dot/:code', async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang, scope } = request
    const batch = await findBatch(db, scope, normaliseCode(request.params.code))
    if (!batch) throw new NotFound()
    const [items, history] = await Promise.all([
      listItems(db, scope, batch.id, after(request), ITEMS),
      listHistory(db, scope, matterOf(batch), ['internal']),
    ])
    const page = <BatchPage lang={lang} batch={batch} items={items} history={history} mayHold={hasRole(actor, ...holders)} />
    const head = { title: text[lang].batch.title(batch.code), current: '/lam-viec', noindex: true, office: true }
    return sendPage(request, reply, head, page)
  })
}
