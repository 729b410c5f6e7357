import type { FastifyPluginAsync } from 'fastify'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { sendPage } from '../../../ui/page.tsx'
import { findUnit, requireRole } from '../../accounts/index.ts'
import { deskOf } from '../desk-scope.ts'
import type { PetitionOptions } from '../service.ts'
import { compareUnits } from './compare-units.ts'
import { findFigureCheck } from './figure-checks.ts'
import { statisticsOf } from './figures.ts'
import { OverviewPage } from './pages/overview-page.tsx'
import { OVERVIEW } from './paths.ts'
import { monthOf } from './period.ts'
import { periodName } from './period-name.ts'
import { periodFrom } from './period-query.ts'
import { text } from './text.ts'

/** Who leads, takes in or supervises: a unit's head sees the own unit. */
const leaders = ['chairman', 'receptionOfficer', 'unitHead', 'auditor'] as const

/** `/lam-viec/tong-quan`: the figures of a period, each the way to its cases. */
export const overviewRoutes: FastifyPluginAsync<PetitionOptions> = async (app, { db, now }) => {
  app.get(OVERVIEW, async (request, reply) => {
    const { unitId } = deskOf(requireRole(request, leaders))
    const { lang, scope } = request
    const today = civilDateOf(now())
    const period = periodFrom(request.query, today, monthOf(today))
    const [statistics, check, unit] = await Promise.all([
      statisticsOf(db, scope, { period, today, unitId }),
      findFigureCheck(db, scope),
      unitId ? findUnit(db, scope, unitId) : undefined,
    ])
    const title = `${text[lang].overview.title}: ${periodName(lang, period.name)}`
    return sendPage(
      request,
      reply,
      { title, current: '/lam-viec', noindex: true, office: true, wide: true },
      <OverviewPage
        lang={lang}
        tables={statistics}
        comparison={compareUnits(statistics.units, statistics.residents)}
        check={check}
        unitName={unit?.shortName ?? null}
        today={today}
      />,
    )
  })
}
