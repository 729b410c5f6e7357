import type { FastifyInstance } from 'fastify'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { documentOf } from '../../../ui/page.tsx'
import { listUnits } from '../../accounts/index.ts'
import { type ProgrammeOptions, programmeTag } from '../options.ts'
import { paths } from '../paths.ts'
import { findProgrammeBySlug } from '../programme-repository.ts'
import { isShown } from '../rules.ts'
import { PublicReportsPage } from './pages/plan-reports.tsx'
import { reportPaths } from './paths.ts'
import { listPeriods, listReports } from './report-repository.ts'
import { text } from './text.ts'

type BySlug = { Params: { slug: string }; Querystring: { ky?: string } }

/** `/loi-hua/{slug}/bao-cao`: which reports a plan asked for, which are in, and which are missing by how many days. */
export async function reportPublicRoutes(app: FastifyInstance, { db, cache, now }: ProgrammeOptions): Promise<void> {
  app.get<BySlug>('/loi-hua/:slug/bao-cao', async (request, reply) => {
    const { lang, scope } = request
    const plan = await findProgrammeBySlug(db, scope, request.params.slug)
    if (plan?.kind !== 'plan' || !isShown(plan)) throw new NotFound()
    const [periods, today] = [await listPeriods(db, scope, plan.id), civilDateOf(now())]
    const period = periods.find((name) => name === request.query.ky) ?? periods[0]
    return cache.send(request, reply, {
      key: `reports ${plan.slug} ${period ?? ''} ${today}`,
      tags: [programmeTag(plan.id)],
      render: async () => {
        const [reports, units] = await Promise.all([period ? listReports(db, scope, plan.id, period) : [], listUnits(db, scope)])
        const names = new Map(units.map(({ id, name }) => [id, name]))
        const path = `${reportPaths.publicOfPlan(plan.slug)}${period && period !== periods[0] ? `?ky=${period}` : ''}`
        const { title, publicLead: description } = text[lang].plan
        const head = { title: `${title}: ${plan.title}`, description, current: paths.list }
        const page = (
          <PublicReportsPage lang={lang} plan={plan} periods={periods} period={period} reports={reports} units={names} today={today} />
        )
        return documentOf({ ...request.publicChrome(), path }, head, page)
      },
    })
  })
}
