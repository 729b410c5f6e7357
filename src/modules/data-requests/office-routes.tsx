import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole } from '../accounts/index.ts'
import { requireAct } from '../lifecycle/index.ts'
import { countsOf } from '../tallies/index.ts'
import { type Access, findReadable } from './access.ts'
import { auditLook } from './api-routes.ts'
import { askDataRequest, provenAtCounter } from './ask-data-request.ts'
import { type DataRequest, dataRequestStatuses } from './data-request.ts'
import { listDataRequests } from './data-request-repository.ts'
import { actOn, actsFrom, type DataRequestOptions } from './feature.ts'
import { CounterInput, labels } from './fields.ts'
import type { DataRequestAct } from './lifecycle.ts'
import { AskPage } from './pages/ask-page.tsx'
import { OfficePage } from './pages/office-page.tsx'
import { RequestPage } from './pages/request-page.tsx'
import { paths } from './paths.ts'
import { consentReaders, readers } from './rules.ts'
import { text } from './text.ts'
import { viewDataRequest } from './views.ts'

const ROWS = 30

type ByCode = { Params: { code: string; act: string }; Querystring: { xong?: string } }

/** `/lam-viec/du-lieu-ca-nhan`: requests by due date, each with its acts, and taking one down at the counter. */
export async function officeRoutes(app: FastifyInstance, options: DataRequestOptions): Promise<void> {
  const { db } = options

  app.get<{ Querystring: { xem?: string; after?: string } }>(paths.office, async (http, reply) => {
    const actor = requireRole(http, readers)
    const { lang, scope, query } = http
    const status = dataRequestStatuses.find((one) => one === query.xem) ?? 'received'
    const after = typeof query.after === 'string' && query.after !== '' ? query.after : null
    const [page, counts] = await Promise.all([
      listDataRequests(db, scope, status, after, ROWS),
      countsOf(db, scope, 'dataRequest.status', 'all'),
    ])
    const head = { title: text[lang].office.title, current: '/lam-viec', noindex: true, office: true, wide: true }
    const list = <OfficePage lang={lang} status={status} page={page} counts={counts} mayEnter={hasRole(actor, 'receptionOfficer')} />
    return sendPage(http, reply, head, list)
  })

  app.get(paths.counter, async (http, reply) => {
    requireRole(http, ['receptionOfficer'])
    return showCounter(http, reply)
  })

  app.post(paths.counter, async (http, reply) => {
    const actor = requireRole(http, ['receptionOfficer'])
    try {
      const { identityChecked: _, ...input } = parseInput(CounterInput, http.body, labels)
      const proven = await provenAtCounter(options, http.scope, input.subjectCode)
      const { matter, secret } = await askDataRequest(options, http.scope, http.site, proven, input, actor)
      return await showCounter(http, reply, undefined, { request: matter, secret })
    } catch (error) {
      return showCounter(http, reply, refusalOf(http, error))
    }
  })

  app.get<ByCode>(`${paths.office}/:code`, async (http, reply) => {
    requireRole(http, readers)
    return showOne(http, reply, await findReadable(db, http, http.params.code, null), { done: http.query.xong !== undefined })
  })

  app.post<ByCode>(`${paths.office}/:code/:act`, async (http, reply) => {
    requireRole(http, readers)
    const { code } = http.params
    const access = await findReadable(db, http, code, null)
    const act = requireAct(actsFrom(options.sources), http.params.act)
    try {
      await actOn(options, http, access, act, http.body)
    } catch (error) {
      return showOne(http, reply, await findReadable(db, http, code, null), { attempt: { act, refusal: refusalOf(http, error) } })
    }
    return reply.redirect(localPath(http.lang, `${paths.one(access.request.code)}?xong=1`), 303)
  })

  function showCounter(http: FastifyRequest, reply: FastifyReply, refusal?: FormRefusal, slip?: { request: DataRequest; secret: string }) {
    const { lang } = http
    const token = refusal?.typed['clientToken'] || randomUUID()
    const page = <AskPage lang={lang} csrf={http.csrfToken()} clientToken={token} refusal={refusal} slip={slip} counter />
    const head = { title: text[lang].counter.title, current: '/lam-viec', noindex: true, office: true, status: refusal?.status }
    return sendPage(http, reply, { ...head, islands: ['error-focus'] }, page)
  }

  async function showOne(
    http: FastifyRequest,
    reply: FastifyReply,
    access: Access,
    shown: { attempt?: { act: DataRequestAct; refusal: FormRefusal }; done?: boolean },
  ) {
    const { lang, scope } = http
    const view = await viewDataRequest(db, scope, access)
    if (view.words) await auditLook(options, http, access)
    const head = {
      title: `${text[lang].office.title}: ${view.request.code}`,
      current: '/lam-viec',
      noindex: true,
      office: true,
      status: shown.attempt?.refusal.status,
    }
    const page = (
      <RequestPage lang={lang} csrf={http.csrfToken()} view={view} mayReadConsents={hasRole(http.actor, ...consentReaders)} {...shown} />
    )
    return sendPage(http, reply, { ...head, islands: ['error-focus'] }, page)
  }
}
