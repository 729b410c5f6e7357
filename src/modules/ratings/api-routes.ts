import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { NotFound } from '../../shared/errors.ts'
import { limitSending, readerOf, rememberReader } from '../readers/index.ts'
import { RateInput } from './fields.ts'
import { isHttps, type RatingOptions } from './options.ts'
import { type RatingView, rate, takeBack, viewRating } from './rate.ts'
import type { RatedArticle } from './rated-article.ts'
import { averageOf } from './rating.ts'

const BySlug = z.object({ slug: z.string() })

/** `/api/v1/articles/…/rating`: the sums, and the rating of whoever asks. */
export async function apiRoutes(app: FastifyInstance, options: RatingOptions): Promise<void> {
  const { db, articles } = options
  const address = '/api/v1/articles/:slug/rating'
  const tags = ['articles']
  const secure = isHttps(options)

  app.get(address, { schema: { tags, summary: 'Ratings of an article, and one’s own', params: BySlug } }, async (request) => {
    const article = await getArticle(request)
    if (article.state === 'withdrawn') throw new NotFound()
    return viewJson(await viewRating(options, request.scope, article, readerOf(request)))
  })

  app.put(
    address,
    { schema: { tags, summary: 'Rate an article, or change one’s rating', params: BySlug, body: RateInput } },
    async (request, reply) => {
      limitSending(request)
      const { slug } = await getArticle(request)
      const reader = rememberReader(request, reply, secure)
      return viewJson(await rate(options, request.scope, { slug, reader, input: request.body, address: request.ip }))
    },
  )

  app.delete(address, { schema: { tags, summary: 'Take one’s rating back', params: BySlug } }, async (request) => {
    limitSending(request)
    const { slug } = await getArticle(request)
    return viewJson(await takeBack(options, request.scope, { slug, reader: readerOf(request) }))
  })

  async function getArticle(request: FastifyRequest): Promise<RatedArticle> {
    const article = await articles.find(db, request.scope, (request.params as { slug: string }).slug)
    if (!article) throw new NotFound()
    return article
  }
}

function viewJson({ article, sum, count, own }: RatingView) {
  return { article: article.slug, open: article.state === 'open', sum, count, average: averageOf({ sum, count }), own }
}
