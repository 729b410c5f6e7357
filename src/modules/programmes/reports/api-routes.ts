import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { requireRole } from '../../accounts/index.ts'
import { allowedActs, requireAct } from '../../lifecycle/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { findProgrammeBySlug } from '../programme-repository.ts'
import { isShown } from '../rules.ts'
import { acts } from './acts/index.ts'
import { actOnReport } from './feature.ts'
import { labels, RequestInput } from './fields.ts'
import { loadReport } from './load-report.ts'
import type { Report, ReportRow } from './report.ts'
import { reportLifecycle } from './report-lifecycle.ts'
import { findReportByCode, listPeriods, listReports } from './report-repository.ts'
import { requestReports } from './request-reports.ts'
import { daysLate, reportRolesOn, requesters } from './rules.ts'
import { text } from './text.ts'

const BySlug = z.object({ slug: z.string() })
const ByCode = z.object({ code: z.string() })
const PeriodQuery = z.strictObject({ period: z.string().max(10).optional() })

/** A report in a list: that it was asked for, and whether it is in. */
function rowJson(report: ReportRow, today: CivilDate) {
  const { code, unitId, period, from, to, dueOn, status, submittedOn, acceptedOn } = report
  return { code, unitId, period, from, to, dueOn, status, submittedOn, acceptedOn, daysLate: daysLate(report, today) }
}

/** Periodic reports: those of a plan for everybody, one as its caller may read it, and its acts. */
export async function reportApiRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db, now } = options
  const tags = ['programmes']
  const today = () => civilDateOf(now())

  app.get(
    '/api/v1/programmes/:slug/reports',
    { schema: { tags, summary: 'Periodic reports that a plan asked for, of one period', params: BySlug, querystring: PeriodQuery } },
    async (request) => {
      const { period } = parseInput(PeriodQuery, request.query, labels)
      const plan = await findPlan(request)
      if (!isShown(plan)) throw new NotFound()
      const periods = await listPeriods(db, request.scope, plan.id)
      const shown = period ?? periods[0]
      const reports = shown && periods.includes(shown) ? await listReports(db, request.scope, plan.id, shown) : []
      return { periods, items: reports.map((report) => rowJson(report, today())) }
    },
  )

  app.post(
    '/api/v1/programmes/:slug/reports',
    { schema: { tags, summary: 'Ask the agencies of a plan for reports', params: BySlug } },
    async (request, reply) => {
      const actor = requireRole(request, requesters)
      const plan = await findPlan(request)
      const made = await requestReports(options, request.scope, actor, plan.id, parseInput(RequestInput, request.body, labels))
      return reply.code(201).send({ items: made.map((report) => rowJson(report, today())) })
    },
  )

  app.get('/api/v1/reports/:code', { schema: { tags, summary: 'A periodic report', params: ByCode } }, async (request) => {
    const { report } = await findReadable(request)
    return reportJson(request, report)
  })

  app.get('/api/v1/reports/:code/acts', { schema: { tags, summary: 'What the caller may do now', params: ByCode } }, async (request) => {
    const { report, roles } = await findReadable(request)
    const items = allowedActs(reportLifecycle, report, roles).map((act) => ({
      act,
      label: text[request.lang].act[act],
      input: z.toJSONSchema(acts[act].input, { io: 'input', unrepresentable: 'any' }),
    }))
    return { items }
  })

  const params = ByCode.extend({ act: z.string() })
  app.post('/api/v1/reports/:code/acts/:act', { schema: { tags, summary: 'Do an act', params } }, async (request) => {
    if (!request.actor) throw new DomainError('not_signed_in', 401)
    const { report } = await findReadable(request)
    const act = requireAct(acts, (request.params as { act: string }).act)
    return reportJson(request, await actOnReport(options, request, report, act, request.body))
  })

  async function findPlan(request: FastifyRequest) {
    const plan = await findProgrammeBySlug(db, request.scope, (request.params as { slug: string }).slug)
    if (plan?.kind !== 'plan') throw new NotFound()
    return plan
  }

  async function findReadable(request: FastifyRequest) {
    const report = await findReportByCode(db, request.scope, (request.params as { code: string }).code)
    const roles = report && reportRolesOn(request.actor, report)
    if (!report || !roles) throw new NotFound()
    return { report, roles }
  }

  async function reportJson({ scope }: FastifyRequest, { id }: Report) {
    const { report, data, unitName, planTitle, planSlug, programmeTitle } = (await loadReport(db, scope, id, today()))!
    const { result, obstacles, proposals } = report
    const names = { unit: unitName, plan: { slug: planSlug, title: planTitle }, programme: programmeTitle }
    return { ...rowJson(report, today()), ...names, result, obstacles, proposals, data, isSnapshot: report.data !== null }
  }
}
