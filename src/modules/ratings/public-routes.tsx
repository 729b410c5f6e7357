import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../../platform/http/index.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { limitSending, readerOf, readerOfForm } from '../readers/index.ts'
import { isHttps, type RatingOptions } from './options.ts'
import { OwnPage } from './pages/own-page.tsx'
import { paths } from './paths.ts'
import { rate, takeBack, viewRating } from './rate.ts'
import type { RatedArticle } from './rated-article.ts'
import { text } from './text.ts'

type BySlug = { Params: { slug: string }; Querystring: { xong?: string; rut?: string; lan?: string } }

/** `/tin-tuc/…/danh-gia`: one's own rating, for everybody, without an account and without a script. Nothing is given to who only reads. */
export async function publicRoutes(app: FastifyInstance, options: RatingOptions): Promise<void> {
  const { db, articles } = options
  const secure = isHttps(options)

  app.get<BySlug>('/tin-tuc/:slug/danh-gia', async (request, reply) => {
    const article = await getArticle(request)
    // Its page says that and why it was withdrawn.
    if (article.state === 'withdrawn') return reply.redirect(localPath(request.lang, article.path), 303)
    if (article.slug !== request.params.slug) return reply.redirect(localPath(request.lang, paths.own(article.slug)), 301)
    const { xong, rut } = request.query
    return show(request, reply, article, { done: xong !== undefined ? 'rated' : rut !== undefined ? 'takenBack' : null })
  })

  app.post<BySlug>('/tin-tuc/:slug/danh-gia', { config: { onKeptPages: true } }, async (request, reply) => {
    limitSending(request)
    const article = await getArticle(request)
    const { slug } = article
    try {
      const reader = readerOfForm(request, reply, { path: paths.own(slug), secure })
      if (!reader) return reply
      await rate(options, request.scope, { slug, reader, input: request.body, address: request.ip })
    } catch (error) {
      return show(request, reply, article, { done: null, refusal: refused(request, error) })
    }
    return reply.redirect(localPath(request.lang, `${paths.own(slug)}?xong=1`), 303)
  })

  app.post<BySlug>('/tin-tuc/:slug/danh-gia/rut', async (request, reply) => {
    limitSending(request)
    const { slug } = await getArticle(request)
    await takeBack(options, request.scope, { slug, reader: readerOf(request) })
    return reply.redirect(localPath(request.lang, `${paths.own(slug)}?rut=1`), 303)
  })

  async function getArticle({ scope, params }: FastifyRequest<BySlug>): Promise<RatedArticle> {
    const article = await articles.find(db, scope, params.slug)
    if (!article) throw new NotFound()
    return article
  }

  async function show(
    request: FastifyRequest<BySlug>,
    reply: FastifyReply,
    known: RatedArticle,
    { done, refusal }: { done: 'rated' | 'takenBack' | null; refusal?: FormRefusal },
  ) {
    const { lang, scope } = request
    // As it is now: it may have been closed in the same moment.
    const article = (await articles.find(db, scope, known.slug)) ?? known
    const { sum, count, own } = await viewRating(options, scope, article, readerOf(request))
    const head = { title: text[lang].page.title(article.title), noindex: true, status: refusal?.status, current: '/tin-tuc' }
    return sendPage(
      request,
      reply,
      { ...head, islands: ['rating', 'error-focus'] },
      <OwnPage
        lang={lang}
        article={article}
        totals={{ sum, count }}
        open={article.state === 'open'}
        mine={{ csrf: request.csrfToken(), own, done, refusal }}
      />,
    )
  }
}

/** What the form can say itself; of a withdrawn article there is no form any more. */
function refused(request: FastifyRequest, error: unknown): FormRefusal {
  if (error instanceof DomainError && error.code === 'article_withdrawn') throw error
  return refusalOf(request, error)
}
