import type { FastifyInstance } from 'fastify'
import { originOf } from '../../platform/http/index.ts'
import { NotFound } from '../../shared/errors.ts'
import { listCategories } from './category-repository.ts'
import type { NewsOptions } from './feature.ts'
import { type NewsFeed, newsAtom, newsRss } from './feed.ts'
import { listPublished } from './list-articles.ts'
import { paths } from './paths.ts'

/** Newest articles that a feed carries. */
const ROWS = 30

/** `/tin-tuc.atom` and `/tin-tuc.rss`, of all news or of one room. */
export async function feedRoutes(app: FastifyInstance, options: NewsOptions): Promise<void> {
  const { db, cache } = options
  const feeds = [
    { path: paths.atom, type: 'application/atom+xml; charset=utf-8', draw: newsAtom },
    { path: paths.rss, type: 'application/rss+xml; charset=utf-8', draw: newsRss },
  ] satisfies { path: string; type: string; draw: (feed: NewsFeed) => string }[]

  for (const { path, type, draw } of feeds)
    app.get<{ Querystring: { 'chuyen-muc'?: unknown } }>(path, async (request, reply) => {
      const { lang, scope, site } = request
      const wanted = request.query['chuyen-muc']
      const category = wanted === undefined ? undefined : (await listCategories(db, scope)).find(({ slug }) => slug === wanted)
      if (wanted !== undefined && !category) throw new NotFound()
      const origin = originOf(options, request)
      const render = async () => {
        const page = await listPublished(db, scope, { categoryId: category?.id }, null, ROWS)
        return draw({ lang, origin, site, category, articles: page.items })
      }
      return cache.send(request, reply, { key: `${origin} ${path} ${category?.slug ?? ''}`, tags: ['news'], type, render })
    })
}
