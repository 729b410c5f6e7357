import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import { requiredText } from '../../shared/fields.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { secretMatches, spacedSecret } from '../../shared/secret.ts'
import { sendPage } from '../../ui/page.tsx'
import { accountCode, hasRole, requireRole } from '../accounts/index.ts'
import { recordOwnLook } from '../personal-data/index.ts'
import { type Access, findAccess } from './access.ts'
import { limitAsking } from './api-routes.ts'
import { askDataRequest, proveOwn } from './ask-data-request.ts'
import { collectAll, copyDocument } from './copy-file.tsx'
import { matterOf } from './data-request.ts'
import { findByCode } from './data-request-repository.ts'
import { actOn, type DataRequestOptions } from './feature.ts'
import { AskInput, labels } from './fields.ts'
import { closeRequest, openedHolder, openRequest } from './holder-cookie.ts'
import { AskPage } from './pages/ask-page.tsx'
import { LookupPage } from './pages/lookup-page.tsx'
import { OwnPage } from './pages/own-page.tsx'
import { paths } from './paths.ts'
import { copyUntil } from './rules.ts'
import { text } from './text.ts'
import { viewDataRequest } from './views.ts'

const Lookup = z.strictObject({ code: requiredText({ max: 40, singleLine: true }), secret: requiredText({ max: 60, singleLine: true }) })

/** `/du-lieu-ca-nhan`: asking, and one's own request. No account, no script needed. */
export async function citizenRoutes(app: FastifyInstance, options: DataRequestOptions): Promise<void> {
  const { db, now } = options
  const secure = options.publicUrl?.startsWith('https:') ?? false

  app.get(paths.ask, async (http, reply) => showAsk(http, reply))

  app.post(paths.ask, async (http, reply) => {
    limitAsking(http)
    try {
      const { subjectSecret, ...input } = parseInput(AskInput, http.body, labels)
      const proven = await proveOwn(options, http, input.subjectCode, subjectSecret)
      const { matter, secret } = await askDataRequest(options, http.scope, http.site, proven, input, http.actor)
      openRequest(reply, { code: matter.code, secret }, secure)
      return reply.redirect(localPath(http.lang, `${paths.own}?moi=1`), 303)
    } catch (error) {
      return showAsk(http, reply, refusalOf(http, error))
    }
  })

  app.get(paths.account, async (http, reply) => {
    requireRole(http, ['resident'])
    return showAsk(http, reply, undefined, true)
  })

  app.post(paths.account, async (http, reply) => {
    const actor = requireRole(http, ['resident'])
    limitAsking(http)
    try {
      const typed = { ...(http.body as object), subjectCode: accountCode(actor.personId) }
      const { subjectSecret: _, ...input } = parseInput(AskInput, typed, labels)
      const proven = await proveOwn(options, http, input.subjectCode, null)
      const { matter, secret } = await askDataRequest(options, http.scope, http.site, proven, input, actor)
      openRequest(reply, { code: matter.code, secret }, secure)
      return reply.redirect(localPath(http.lang, `${paths.own}?moi=1`), 303)
    } catch (error) {
      return showAsk(http, reply, refusalOf(http, error), true)
    }
  })

  app.get<{ Querystring: { moi?: string } }>(paths.own, async (http, reply) => {
    const opened = await openedAccess(http)
    if (opened) await recordOwnLook(db, http.scope, matterOf(opened.access.request), civilDateOf(now()))
    return opened
      ? showOwn(http, reply, opened.access, http.query.moi === undefined ? {} : { secret: opened.secret })
      : showLookup(http, reply)
  })

  app.post(paths.own, async (http, reply) => {
    try {
      const { code, secret } = parseInput(Lookup, http.body, labels)
      const { request } = await findAccess(db, http, code, secret)
      openRequest(reply, { code: request.code, secret: spacedSecret(secret) }, secure)
      return reply.redirect(localPath(http.lang, paths.own), 303)
    } catch (error) {
      if (!(error instanceof NotFound)) return showLookup(http, reply, refusalOf(http, error))
      const problems = [{ field: 'code', text: text[http.lang].own.wrong }]
      return showLookup(http, reply, { status: 404, problems, typed: { code: String((http.body as { code?: unknown }).code ?? '') } })
    }
  })

  app.post(paths.cancel, async (http, reply) => {
    const opened = await openedAccess(http)
    if (!opened) return reply.redirect(localPath(http.lang, paths.own), 303)
    try {
      await actOn(options, http, opened.access, 'cancel', http.body)
    } catch (error) {
      const current = await openedAccess(http)
      return showOwn(http, reply, (current ?? opened).access, { refusal: refusalOf(http, error) })
    }
    return reply.redirect(localPath(http.lang, paths.own), 303)
  })

  for (const [path, form] of [
    [paths.copy, 'html'],
    [paths.copyJson, 'json'],
  ] as const) {
    app.get(path, async (http, reply) => {
      const opened = await openedAccess(http)
      const until = opened && copyUntil(opened.access.request)
      if (!opened || !until || civilDateOf(now()) > until) return reply.redirect(localPath(http.lang, paths.own), 303)
      const { request } = opened.access
      const data = await collectAll(db, http.scope, options.sources, request)
      reply.header('content-disposition', `attachment; filename="${request.code}.${form}"`).header('cache-control', 'no-store')
      if (form === 'json') return reply.type('application/json; charset=utf-8').send(JSON.stringify(data, null, 2))
      return reply.type('text/html; charset=utf-8').send(copyDocument(http.lang, request, data))
    })
  }

  app.post(paths.close, async (http, reply) => {
    closeRequest(reply)
    return reply.redirect(localPath(http.lang, paths.own), 303)
  })

  /** The request that is open in this browser; its holder acts as the requester and nothing more. */
  async function openedAccess(http: FastifyRequest): Promise<{ access: Access; secret: string } | undefined> {
    const holder = openedHolder(http)
    const found = holder && (await findByCode(db, http.scope, holder.code))
    if (!found || !secretMatches(holder.secret, found.secretHash)) return undefined
    const { secretHash: _, ...request } = found
    return { access: { request, roles: new Set(['requester'] as const) }, secret: holder.secret }
  }

  function showAsk(http: FastifyRequest, reply: FastifyReply, refusal?: FormRefusal, ofAccount = false) {
    const words = ofAccount ? text[http.lang].account : text[http.lang].ask
    const isResident = hasRole(http.actor, 'resident')
    const page = (
      <AskPage
        lang={http.lang}
        csrf={http.csrfToken()}
        clientToken={refusal?.typed['clientToken'] || randomUUID()}
        refusal={refusal}
        account={ofAccount && http.actor ? accountCode(http.actor.personId) : undefined}
        offersAccount={isResident && !ofAccount}
      />
    )
    const head = { title: words.title, description: words.lead, current: paths.ask, status: refusal?.status }
    return sendPage(http, reply, { ...head, islands: ['error-focus'] }, page)
  }

  function showLookup(http: FastifyRequest, reply: FastifyReply, refusal?: FormRefusal) {
    const head = { title: text[http.lang].own.title, current: paths.ask, status: refusal?.status, islands: ['error-focus'] as const }
    return sendPage(http, reply, head, <LookupPage lang={http.lang} csrf={http.csrfToken()} refusal={refusal} />)
  }

  async function showOwn(http: FastifyRequest, reply: FastifyReply, access: Access, shown: { refusal?: FormRefusal; secret?: string }) {
    const view = await viewDataRequest(db, http.scope, access)
    const head = { title: view.request.code, current: paths.ask, noindex: true, status: shown.refusal?.status }
    const page = <OwnPage lang={http.lang} csrf={http.csrfToken()} view={view} today={civilDateOf(now())} {...shown} />
    return sendPage(http, reply, { ...head, islands: ['error-focus'] }, page)
  }
}
