import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { NotFound } from '../../shared/errors.ts'
import type { Category } from './article.ts'
import { findBySlug } from './article-repository.ts'
import { categoryAt, listCategories } from './category-repository.ts'
import { liveOf, shownCategories, withBelow } from './category-tree.ts'
import type { NewsOptions } from './feature.ts'
import { labels } from './fields.ts'
import { listPublished } from './list-articles.ts'
import { findTagMove } from './tags/tag-repository.ts'
import { articleJson, headJson, viewForReaders } from './views.ts'

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const optional = z.preprocess(blankIsAbsent, z.string().max(400).nullish()).transform((text) => text ?? null)
/** Shared by every list of articles. */
export const pageQuery = {
  after: optional,
  limit: z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(20)),
}
const ListQuery = z.strictObject({ ...pageQuery, category: optional, tag: optional })
const BySlug = z.object({ slug: z.string() })

/** `/api/v1/articles`: what everybody may read. */
export async function apiRoutes(app: FastifyInstance, { db, slots }: NewsOptions): Promise<void> {
  const tags = ['articles']

  app.get(
    '/api/v1/articles',
    { schema: { tags, summary: 'Published articles, newest first', querystring: ListQuery } },
    async (request) => {
      const { after, limit, category, tag } = parseInput(ListQuery, request.query, labels)
      const all = await listCategories(db, request.scope)
      const categories = shownCategories(all)
      const id = category === null ? undefined : await categoryAt(db, request.scope, category)
      const found = id === undefined ? undefined : categories.find((one) => one.id === liveOf(all, id)?.id)
      if (category !== null && !found) return { items: [], next: null }
      const categoryIds = found && withBelow(all, found)
      const page = await listPublished(
        db,
        request.scope,
        { categoryIds, tag: tag === null ? undefined : ((await findTagMove(db, request.scope, tag))?.slug ?? tag) },
        after,
        limit,
      )
      return { items: page.items.map((article) => headJson(article, categories)), next: page.next }
    },
  )

  app.get('/api/v1/articles/:slug', { schema: { tags, summary: 'One published article', params: BySlug } }, async (request) => {
    const article = await findBySlug(db, request.scope, 'article', slugOf(request))
    if (article?.status !== 'published') throw new NotFound()
    const [view, ratings] = await Promise.all([
      viewForReaders(db, request.scope, article),
      slots?.ratingTotals?.(request.scope, article.id),
    ])
    return articleJson(view, ratings)
  })

  app.get('/api/v1/article-categories', { schema: { tags, summary: 'Categories of articles' } }, async (request) => ({
    items: categoriesJson(shownCategories(await listCategories(db, request.scope))),
  }))
}

/** In order; `parent` is the slug of the one above. */
const categoriesJson = (categories: readonly Category[]) =>
  categories.map(({ id, slug, name, sort, parentId }) => ({
    id,
    slug,
    name,
    sort,
    parent: categories.find((one) => one.id === parentId)?.slug ?? null,
  }))

const slugOf = (request: FastifyRequest) => (request.params as { slug: string }).slug
