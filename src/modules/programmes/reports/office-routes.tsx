import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { hasRole, listUnits, requireRole } from '../../accounts/index.ts'
import { listHistory } from '../../history/index.ts'
import { allowedActs, requireAct } from '../../lifecycle/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import type { Programme } from '../programme.ts'
import { findProgrammeBySlug, programmesOf } from '../programme-repository.ts'
import { readers } from '../rules.ts'
import { acts } from './acts/index.ts'
import { actOnReport } from './feature.ts'
import { labels, RequestInput } from './fields.ts'
import { loadReport } from './load-report.ts'
import { OfficeReportsPage } from './pages/plan-reports.tsx'
import { ReportPage } from './pages/report-page.tsx'
import { reportPaths } from './paths.ts'
import { reportMatter } from './report.ts'
import { type ReportAct, reportLifecycle } from './report-lifecycle.ts'
import { periodsToAsk } from './report-periods.ts'
import { findReportByCode, listPeriods, listReports } from './report-repository.ts'
import { requestReports } from './request-reports.ts'
import { reportRolesOn, requesters } from './rules.ts'
import { text } from './text.ts'

type BySlug = { Params: { slug: string }; Querystring: { ky?: string; xong?: string } }
type ByCode = { Params: { code: string; act: string }; Querystring: { xong?: string } }

/** Periodic reports at the office: those of a plan, and each with its acts. */
export async function reportOfficeRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db, now } = options
  const head = { current: '/lam-viec', noindex: true, office: true }

  app.get<BySlug>('/lam-viec/chuong-trinh/:slug/bao-cao', async (request, reply) => {
    requireRole(request, readers)
    return showPlan(request, reply, await findPlan(request), { done: request.query.xong !== undefined })
  })

  app.post<BySlug>('/lam-viec/chuong-trinh/:slug/bao-cao', async (request, reply) => {
    const actor = requireRole(request, requesters)
    const plan = await findPlan(request)
    try {
      const input = parseInput(RequestInput, request.body, labels)
      await requestReports(options, request.scope, actor, plan.id, input)
      const to = `${reportPaths.ofPlan(plan.slug)}?ky=${input.period.name}&xong=1`
      return await reply.redirect(localPath(request.lang, to), 303)
    } catch (error) {
      return showPlan(request, reply, plan, { refusal: refusalOf(request, error) })
    }
  })

  app.get<ByCode>('/lam-viec/bao-cao/:code', async (request, reply) => showOne(request, reply, { done: request.query.xong !== undefined }))

  app.post<ByCode>('/lam-viec/bao-cao/:code/:act', async (request, reply) => {
    requireRole(request, readers)
    const report = await findReportByCode(db, request.scope, request.params.code)
    if (!report) throw new NotFound()
    const act = requireAct(acts, request.params.act)
    try {
      await actOnReport(options, request, report, act, request.body)
    } catch (error) {
      return showOne(request, reply, { attempt: { act, refusal: refusalOf(request, error) } })
    }
    return reply.redirect(localPath(request.lang, `${reportPaths.one(report.code)}?xong=1`), 303)
  })

  async function findPlan(request: FastifyRequest<BySlug>): Promise<Programme> {
    const plan = await findProgrammeBySlug(db, request.scope, request.params.slug)
    if (plan?.kind !== 'plan') throw new NotFound()
    return plan
  }

  async function showPlan(
    request: FastifyRequest<BySlug>,
    reply: FastifyReply,
    plan: Programme,
    shown: { refusal?: FormRefusal; done?: boolean },
  ) {
    const { lang, scope, actor } = request
    const today = civilDateOf(now())
    const mayAsk = plan.status === 'published' && hasRole(actor, ...requesters)
    const [periods, units, agencies] = await Promise.all([
      listPeriods(db, scope, plan.id),
      listUnits(db, scope),
      mayAsk ? programmesOf(db, scope).where('plan_id', '=', plan.id).where('status', '=', 'published').execute() : [],
    ])
    const period = periods.find((name) => name === request.query.ky) ?? periods[0]
    const page = (
      <OfficeReportsPage
        lang={lang}
        csrf={request.csrfToken()}
        plan={plan}
        periods={periods}
        period={period}
        reports={period ? await listReports(db, scope, plan.id, period) : []}
        units={new Map(units.map(({ id, name }) => [id, name]))}
        today={today}
        request={mayAsk ? { periods: periodsToAsk(today), agencies: agencies.flatMap(({ unitId }) => unitId ?? []) } : null}
        {...shown}
      />
    )
    const title = `${text[lang].plan.officeTitle}: ${plan.title}`
    return sendPage(request, reply, { ...head, title, wide: true, status: shown.refusal?.status, islands: ['error-focus'] }, page)
  }

  /** Whoever may read it: an accepted one is everybody's. */
  async function showOne(
    request: FastifyRequest<ByCode>,
    reply: FastifyReply,
    shown: { attempt?: { act: ReportAct; refusal: FormRefusal }; done?: boolean },
  ) {
    const { lang, scope, actor } = request
    const isOutside = !hasRole(actor, ...readers)
    const report = await findReportByCode(db, scope, request.params.code)
    const roles = report && reportRolesOn(actor, report)
    if (isOutside && !roles) requireRole(request, readers)
    if (!report || !roles) throw new NotFound()
    const [loaded, history] = await Promise.all([
      loadReport(db, scope, report.id, civilDateOf(now())),
      isOutside ? [] : listHistory(db, scope, reportMatter(report), ['public', 'internal']),
    ])
    const page = (
      <ReportPage
        lang={lang}
        csrf={request.csrfToken()}
        loaded={loaded!}
        history={history}
        acts={isOutside ? [] : allowedActs(reportLifecycle, report, roles)}
        isOutside={isOutside}
        {...shown}
      />
    )
    const words = text[lang]
    // An agency reports of a period once for each plan.
    const title = `${words.one.title(words.periodName(report.period), loaded!.unitName)}: ${loaded!.planTitle}`
    return sendPage(request, reply, { ...head, title, wide: true, status: shown.attempt?.refusal.status, islands: ['error-focus'] }, page)
  }
}
