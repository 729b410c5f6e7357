import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type FieldLabels, parseInput, refusalOf } from '../../../platform/http/index.ts'
import { allow, type Bucket } from '../../../platform/rate-limit.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { optionalText, requiredText } from '../../../shared/fields.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { isUuid } from '../../../shared/ids.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { hasRole, requireRole } from '../../accounts/index.ts'
import { audit } from '../../history/index.ts'
import type { Article } from '../article.ts'
import { findBySlug } from '../article-repository.ts'
import type { NewsOptions } from '../feature.ts'
import { officeHead } from '../office-routes.tsx'
import { paths } from '../paths.ts'
import { readers } from '../rules.ts'
import { ReportPage, ReportsPage, ThanksPage } from './pages.tsx'
import { insertReport, listReports, resolveReport } from './report-repository.ts'
import { text } from './text.ts'

/** A classroom may stand behind one address; a flood does not get through. */
const reporting: Bucket = { burst: 30, perSecond: 0.1 }
const ROWS = 30

const labels: FieldLabels = { vi: text.vi.fields, en: text.en.fields }
const ReportInput = z.strictObject({ quote: optionalText({ max: 1_000 }), words: requiredText({ max: 2_000 }), clientToken: z.uuid() })

type BySlug = { Params: { slug: string }; Querystring: { doan?: unknown } }

/** Readers report an error without an account; editors see them in a list. */
export async function reportRoutes(app: FastifyInstance, options: NewsOptions): Promise<void> {
  const { db } = options

  app.get<BySlug>(`${paths.list}/:slug/bao-loi`, async (request, reply) => showForm(request, reply, await published(request)))

  app.post<BySlug>(`${paths.list}/:slug/bao-loi`, async (request, reply) => {
    if (!allow(`report:${request.ip}`, reporting)) throw new DomainError('too_many_requests', 429)
    const article = await published(request)
    try {
      const input = parseInput(ReportInput, request.body, labels)
      const report = { ...input, articleId: article.id, edition: article.edition }
      await db.transaction().execute((trx) => insertReport(trx, request.scope, report, options.now()))
    } catch (error) {
      return showForm(request, reply, article, refusalOf(request, error))
    }
    return reply.redirect(localPath(request.lang, paths.reported(article.slug)), 303)
  })

  app.get<BySlug>(`${paths.list}/:slug/bao-loi/da-gui`, async (request, reply) => {
    const { lang } = request
    const article = await published(request)
    const head = { title: `${text[lang].thanks}: ${article.title}`, current: paths.list, noindex: true }
    return sendPage(request, reply, head, <ThanksPage lang={lang} article={article} />)
  })

  app.get<{ Querystring: { xem?: unknown; after?: unknown } }>(paths.reports, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang, scope, query } = request
    const isResolved = query.xem === 'da-xem'
    const after = typeof query.after === 'string' && query.after !== '' ? query.after : null
    const page = await listReports(db, scope, isResolved, after, ROWS)
    const props = { lang, csrf: request.csrfToken(), isResolved, page, mayResolve: hasRole(actor, 'editor') }
    return sendPage(request, reply, { ...officeHead, title: text[lang].office.title, wide: true }, <ReportsPage {...props} />)
  })

  app.post<{ Params: { report: string } }>(`${paths.reports}/:report`, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    const { report } = request.params
    if (!isUuid(report)) throw new NotFound()
    const at = options.now()
    const isDone = await db.transaction().execute(async (trx) => {
      const done = await resolveReport(trx, request.scope, report, actor.personId, at)
      if (done) await audit(trx, request.scope, actor, 'article.reportResolved', { type: 'articleReport', id: report })
      return done
    })
    if (!isDone) throw new NotFound()
    return reply.redirect(localPath(request.lang, paths.reports), 303)
  })

  /** @throws NotFound for what readers do not see */
  async function published(request: FastifyRequest<BySlug>): Promise<Article> {
    const article = await findBySlug(db, request.scope, 'article', request.params.slug)
    if (article?.status !== 'published') throw new NotFound()
    return article
  }

  async function showForm(request: FastifyRequest<BySlug>, reply: FastifyReply, article: Article, refusal?: FormRefusal) {
    const { lang, query } = request
    const quote = typeof query.doan === 'string' ? query.doan.slice(0, 1_000) : ''
    const head = {
      title: `${text[lang].title}: ${article.title}`,
      current: paths.list,
      noindex: true,
      status: refusal?.status,
      islands: ['error-focus'] as const,
    }
    const props = { lang, csrf: request.csrfToken(), article, quote, clientToken: randomUUID(), refusal }
    return sendPage(request, reply, head, <ReportPage {...props} />)
  }
}
