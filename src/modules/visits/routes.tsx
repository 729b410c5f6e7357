import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../platform/database.ts'
import { parseInput } from '../../platform/http/index.ts'
import type { RenderCache } from '../../platform/render-cache.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { documentOf } from '../../ui/page.tsx'
import { findCarriedOver } from './carry-over.ts'
import { openDataRoutes } from './data-routes.ts'
import { readFigures } from './figures.ts'
import { labels } from './labels.ts'
import { findFirstDay, periodsBetween } from './list-periods.ts'
import { firstDay, isMonth, lastDay, monthNameOf } from './month.ts'
import { monthWords, StatisticsPage } from './pages/statistics-page.tsx'
import { monthAddress, paths } from './paths.ts'
import { text } from './text.ts'

export interface VisitRoutesOptions {
  db: Db
  cache: RenderCache
  now: () => Date
}

/** `/thong-ke-truy-cap`: the kept days and months, for everybody. */
export const visitRoutes: FastifyPluginAsync<VisitRoutesOptions> = async (app, { db, cache, now }) => {
  app.get(paths.statistics, async (request, reply) => {
    const { lang, scope } = request
    const today = civilDateOf(now())
    const thisMonth = monthNameOf(today)
    const asked = (request.query as { ky?: unknown }).ky
    const schema = z.object({
      ky: z.preprocess(
        (value) => (value === '' ? undefined : value),
        z
          .string()
          .refine((name) => isMonth(name, today))
          .default(thisMonth),
      ),
    })
    const month = parseInput(schema, { ky: asked }, labels).ky
    const path = month === thisMonth ? paths.statistics : monthAddress(month)
    const render = async () => {
      const year = month.slice(0, 4)
      const until = (last: ReturnType<typeof lastDay>) => (last < today ? last : today)
      const [figures, days, months, carriedOver, since] = await Promise.all([
        readFigures(db, scope, now()),
        periodsBetween(db, scope, 'day', firstDay(month), until(lastDay(month))),
        periodsBetween(db, scope, 'month', firstDay(`${year}-01`), until(lastDay(`${year}-12`))),
        findCarriedOver(db, scope),
        findFirstDay(db, scope),
      ])
      const words = text[lang].page
      return documentOf(
        // The address that everybody shares: not what the first visitor wrote behind it.
        { ...request.publicChrome(), path },
        { title: `${words.title}: ${monthWords(month)}`, description: words.lead },
        <StatisticsPage
          lang={lang}
          figures={figures}
          month={month}
          thisMonth={thisMonth}
          days={days}
          months={months}
          carriedOver={carriedOver}
          since={since ?? today}
        />,
      )
    }
    return cache.send(request, reply, { key: `${path} ${today}`, tags: [], render })
  })

  await app.register(openDataRoutes, { db })
}
