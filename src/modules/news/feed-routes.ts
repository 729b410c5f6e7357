import type { FastifyInstance } from 'fastify'
import { originOf } from '../../platform/http/index.ts'
import { NotFound } from '../../shared/errors.ts'
import { localPath } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import type { Category } from './article.ts'
import { categoryAt, listCategories } from './category-repository.ts'
import { liveOf, shownCategories, withBelow } from './category-tree.ts'
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
      const all = await listCategories(db, scope)
      const category = await shownAt(wanted, all, scope)
      if (wanted !== undefined && !category) throw new NotFound()
      if (category && category.slug !== wanted)
        return reply.redirect(localPath(lang, `${path}?${new URLSearchParams({ 'chuyen-muc': category.slug })}`), 301)
      const origin = originOf(options, request)
      const render = async () => {
        const page = await listPublished(db, scope, { categoryIds: category && withBelow(all, category) }, null, ROWS)
        return draw({ lang, origin, site, category, articles: page.items })
      }
      return cache.send(request, reply, { key: `${origin} ${path} ${category?.slug ?? ''}`, tags: ['news'], type, render })
    })

  /** The category of an address of now or of before, if readers are offered it. */
  async function shownAt(slug: unknown, all: readonly Category[], scope: Scope): Promise<Category | undefined> {
    if (typeof slug !== 'string' || slug.length > 400) return undefined
    const id = await categoryAt(db, scope, slug)
    const live = id === undefined ? undefined : liveOf(all, id)
    return live && shownCategories(all).find((category) => category.id === live.id)
  }
}
