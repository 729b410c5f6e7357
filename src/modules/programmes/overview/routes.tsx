import type { FastifyInstance } from 'fastify'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { sendPage } from '../../../ui/page.tsx'
import { requireRole } from '../../accounts/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { paths } from '../paths.ts'
import { unitFrom } from '../public/addresses.ts'
import { loadOverview } from './load-overview.ts'
import { OverviewPage } from './overview-page.tsx'
import { sortAddress, sorts } from './sorts.ts'
import { text } from './text.ts'

/** Who leads or supervises: a head sees the own agency. */
export const leaders = ['chairman', 'auditor', 'unitHead'] as const

/** `/lam-viec/chuong-trinh/toan-canh`: how all agencies keep what was promised. */
export async function overviewRoutes(app: FastifyInstance, { db, now }: ProgrammeOptions): Promise<void> {
  app.get<{ Querystring: Record<string, unknown> }>(paths.overview, async (request, reply) => {
    const actor = requireRole(request, leaders)
    const { lang, scope } = request
    const sort = sorts.find((one) => sortAddress[one] === request.query['sap-xep']) ?? 'late'
    const after = unitFrom(request.query.after)
    const overview = await loadOverview(db, scope, actor, { sort, after }, civilDateOf(now()))
    return sendPage(
      request,
      reply,
      { title: text[lang].title, current: '/lam-viec', noindex: true, office: true, wide: true, islands: ['office-keys'] },
      <OverviewPage lang={lang} overview={overview} sort={sort} />,
    )
  })
}
