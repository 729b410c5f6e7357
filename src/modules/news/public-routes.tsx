import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { originOf } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import { localPath } from '../../shared/lang.ts'
import { isStorable } from '../../shared/vietnamese-text.ts'
import { documentOf } from '../../ui/page.tsx'
import { type Article, type Category, matterOf } from './article.ts'
import { articleFacts } from './article-facts.ts'
import { findBySlug } from './article-repository.ts'
import { categoryAt, listCategories } from './category-repository.ts'
import { liveOf, shownCategories, withBelow } from './category-tree.ts'
import { type NewsOptions, tagsOf } from './feature.ts'
import { findTagName, listPublished } from './list-articles.ts'
import { ArticlePage } from './pages/article-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { PrintPage } from './pages/print-page.tsx'
import { paths } from './paths.ts'
import { shownFiles } from './shown-files.ts'
import { findTagMove } from './tags/tag-repository.ts'
import { text } from './text.ts'
import { leadOn, sendWithdrawn } from './unseen.tsx'
import { countsOfArticles, viewForReaders } from './views.ts'

const ROWS = 20

interface ListQuery {
  'chuyen-muc'?: unknown
  the?: unknown
  after?: unknown
}
const wordOf = (value: unknown) => (typeof value === 'string' && value !== '' && value.length <= 400 ? value : null)

/** `/tin-tuc`: drawn once, kept as bytes, dropped when an act touches an article. */
export async function publicRoutes(app: FastifyInstance, options: NewsOptions): Promise<void> {
  const { db, cache, slots } = options

  app.get<{ Querystring: ListQuery }>(paths.list, async (request, reply) => {
    const { lang, scope, query } = request
    const all = await listCategories(db, scope)
    const categories = shownCategories(all)
    const wanted = wordOf(query['chuyen-muc'])
    const category = categories.find(({ slug }) => slug === wanted)
    const tag = wordOf(query.the)
    const tagName = tag === null ? undefined : await findTagName(db, scope, tag)
    if (tag !== null && !tagName) return leadToTag(request, reply, wanted, tag)
    if (wanted !== null && !category) return leadToCategory(request, reply, all, wanted, tag)
    const after = wordOf(query.after)
    const address = (next: string | null) => {
      const parts = { ...(category ? { 'chuyen-muc': category.slug } : {}), ...(tag ? { the: tag } : {}), ...(next ? { after: next } : {}) }
      const search = new URLSearchParams(parts).toString()
      return search ? `${paths.list}?${search}` : paths.list
    }
    const words = text[lang].public
    return cache.send(request, reply, {
      key: `news ${address(after)}`,
      tags: ['news'],
      render: async () => {
        const page = await listPublished(
          db,
          scope,
          { categoryIds: category && withBelow(all, category), tag: tag ?? undefined },
          after,
          ROWS,
        )
        return documentOf(
          { ...request.publicChrome(), path: address(after) },
          {
            title: category?.name ?? (tagName ? words.tag(tagName) : words.title),
            description: words.lead,
            current: paths.list,
            feeds: [
              {
                href: category ? `${paths.atom}?${new URLSearchParams({ 'chuyen-muc': category.slug })}` : paths.atom,
                title: category?.name ?? words.title,
              },
            ],
          },
          <ListPage
            lang={lang}
            page={page}
            counts={await countsOfArticles(slots, scope, page.items)}
            categories={categories}
            current={{ category, tag: tagName }}
            nextHref={page.next && localPath(lang, address(page.next))}
          />,
        )
      },
    })
  })

  app.get<{ Params: { slug: string } }>(`${paths.list}/:slug`, async (request, reply) => {
    const { lang, scope } = request
    const article = await findBySlug(db, scope, 'article', request.params.slug)
    if (!article) return leadOn(db, request, reply, 'article', paths.shown)
    if (article.status === 'withdrawn') return sendWithdrawn(db, request, reply, article)
    if (article.status !== 'published') throw new NotFound()
    const address = addressOf(request, article)
    return cache.send(request, reply, {
      // The poll beside it changes with the day.
      key: `article ${address} ${civilDateOf(options.now())}`,
      tags: [...tagsOf(article), ...(slots?.tags?.(article.id) ?? [])],
      viewOf: matterOf(article),
      render: async () => {
        const slot = { lang, scope, article }
        const [view, counts, files, ratings, totals, comments, poll] = await Promise.all([
          viewForReaders(db, scope, article),
          countsOfArticles(slots, scope, [article]),
          shownFiles(db, scope, lang, article),
          slots?.ratings?.(slot),
          slots?.ratingTotals?.(scope, article.id),
          slots?.comments?.(slot),
          slots?.poll?.(slot),
        ])
        return documentOf(
          { ...request.publicChrome(), path: paths.article(article.slug) },
          {
            title: article.title,
            description: article.lead ?? undefined,
            current: paths.list,
            islands: ['copy', 'quote-link', 'rating', 'comment-form'],
            article: articleFacts(view, files, totals),
          },
          <ArticlePage
            lang={lang}
            view={view}
            counted={counts.get(article.id) ?? {}}
            files={files}
            address={address}
            ratings={ratings}
            comments={comments}
            poll={poll}
          />,
        )
      },
    })
  })

  app.get<{ Params: { slug: string } }>(`${paths.list}/:slug/in`, async (request, reply) => {
    const { lang, scope } = request
    const article = await findBySlug(db, scope, 'article', request.params.slug)
    if (!article) return leadOn(db, request, reply, 'article', ({ slug }) => paths.print(slug))
    if (article.status !== 'published') throw new NotFound()
    const address = addressOf(request, article)
    return cache.send(request, reply, {
      key: `article-print ${address}`,
      tags: tagsOf(article),
      render: async () =>
        documentOf(
          { ...request.publicChrome(), path: paths.print(article.slug) },
          { title: `${text[lang].public.print}: ${article.title}`, current: paths.list, noindex: true, islands: ['print'] },
          <PrintPage
            lang={lang}
            view={await viewForReaders(db, scope, article)}
            files={await shownFiles(db, scope, lang, article)}
            address={address}
          />,
        ),
    })
  })

  /** The address that a category had before it was renamed or merged. @throws NotFound also for one that is hidden */
  async function leadToCategory(request: FastifyRequest, reply: FastifyReply, all: readonly Category[], slug: string, tag: string | null) {
    const id = await categoryAt(db, request.scope, slug)
    const live = id === undefined ? undefined : liveOf(all, id)
    if (!live || live.slug === slug || !shownCategories(all).some((category) => category.id === live.id)) throw new NotFound()
    const search = new URLSearchParams({ 'chuyen-muc': live.slug, ...(tag ? { the: tag } : {}) })
    return reply.redirect(localPath(request.lang, `${paths.list}?${search}`), 301)
  }

  /** The address that a tag had before it was renamed or merged. @throws NotFound also where readers see no article with it now */
  async function leadToTag(request: FastifyRequest, reply: FastifyReply, category: string | null, tag: string) {
    const moved = isStorable(tag) ? await findTagMove(db, request.scope, tag) : undefined
    if (!moved || !(await findTagName(db, request.scope, moved.slug))) throw new NotFound()
    const search = new URLSearchParams({ ...(category ? { 'chuyen-muc': category } : {}), the: moved.slug })
    return reply.redirect(localPath(request.lang, `${paths.list}?${search}`), 301)
  }

  function addressOf(request: FastifyRequest, { slug }: Article): string {
    return `${originOf(options, request)}${localPath(request.lang, paths.article(slug))}`
  }
}
