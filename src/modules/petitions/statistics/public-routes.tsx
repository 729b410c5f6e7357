import type { FastifyPluginAsync } from 'fastify'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { documentOf } from '../../../ui/page.tsx'
import type { CitizenOptions } from '../citizen/options.ts'
import { compareUnits } from './compare-units.ts'
import { findFigureCheck } from './figure-checks.ts'
import { statisticsOf } from './figures.ts'
import { openDataApi } from './open-data/api-routes.ts'
import { OpenDataPage } from './open-data/open-data-page.tsx'
import { PublicPage } from './pages/public-page.tsx'
import { OPEN_DATA, STATISTICS } from './paths.ts'
import { yearOf } from './period.ts'
import { periodName } from './period-name.ts'
import { periodFrom } from './period-query.ts'
import { text } from './text.ts'
import { toldFigures } from './told-figures.ts'

/** `/thong-ke` and `/du-lieu-mo`: the figures for everybody, from the kept counts alone; drawn once, dropped when an act changes them. */
export const statisticsRoutes: FastifyPluginAsync<CitizenOptions> = async (app, options) => {
  const { db, cache, now } = options
  app.get(STATISTICS, async (request, reply) => {
    const { lang, scope } = request
    const today = civilDateOf(now())
    const ordinary = yearOf(today)
    const period = periodFrom(request.query, today, ordinary)
    const path = period.name === ordinary ? STATISTICS : `${STATISTICS}?ky=${period.name}`
    const render = async () => {
      const [statistics, check] = await Promise.all([statisticsOf(db, scope, { period, today }), findFigureCheck(db, scope)])
      const tables = toldFigures(statistics)
      const { title, lead } = text[lang].publicPage
      return documentOf(
        // The address that everybody shares: not what the first visitor wrote behind it.
        { ...request.publicChrome(), path },
        { title: `${title}: ${periodName(lang, period.name)}`, description: lead, current: STATISTICS, wide: true },
        <PublicPage
          lang={lang}
          tables={tables}
          comparison={compareUnits(tables.units, statistics.residents)}
          check={check}
          today={today}
        />,
      )
    }
    // Overdue is counted against today: a new day is a new page.
    return cache.send(request, reply, { key: `${path} ${today}`, tags: ['home'], render })
  })
  app.get(OPEN_DATA, async (request, reply) => {
    const { lang } = request
    const { title, lead } = text[lang].openData
    const render = async () =>
      documentOf(
        { ...request.publicChrome(), path: OPEN_DATA },
        { title, description: lead, current: STATISTICS },
        <OpenDataPage lang={lang} others={options.datasets ?? []} />,
      )
    return cache.send(request, reply, { key: OPEN_DATA, tags: [], render })
  })

  await app.register(openDataApi, options)
}
