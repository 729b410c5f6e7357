import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { NotFound } from '../../shared/errors.ts'
import { documentOf } from '../../ui/page.tsx'
import { listHistory } from '../history/index.ts'
import { matterOf } from './article.ts'
import { findBySlug } from './article-repository.ts'
import { type NewsOptions, tagsOf } from './feature.ts'
import { listPages } from './list-articles.ts'
import { StaticPage } from './pages/static-page.tsx'
import { paths } from './paths.ts'
import { shownFiles } from './shown-files.ts'
import { leadOn, sendWithdrawn } from './unseen.tsx'
import { historyJson, pageJson } from './views.ts'

const BySlug = z.object({ slug: z.string() })

/** `/trang/…` and `/api/v1/pages`: free texts of the office, which no list of news holds. */
export async function pageRoutes(app: FastifyInstance, { db, cache }: NewsOptions): Promise<void> {
  const tags = ['pages']

  app.get<{ Params: { slug: string } }>('/trang/:slug', async (request, reply) => {
    const { lang, scope } = request
    const page = await findBySlug(db, scope, 'page', request.params.slug)
    if (!page) return leadOn(db, request, reply, 'page', paths.shown)
    if (page.status === 'withdrawn') return sendWithdrawn(db, request, reply, page)
    if (page.status !== 'published') throw new NotFound()
    const path = paths.shown(page)
    return cache.send(request, reply, {
      key: `page ${lang} ${path}`,
      tags: tagsOf(page),
      render: async () => {
        const [history, files] = await Promise.all([listHistory(db, scope, matterOf(page), ['public']), shownFiles(db, scope, lang, page)])
        return documentOf(
          { ...request.publicChrome(), path },
          { title: page.title, description: page.lead ?? undefined, current: path },
          <StaticPage lang={lang} page={page} history={history} files={files} />,
        )
      },
    })
  })

  app.get('/api/v1/pages', { schema: { tags, summary: 'Pages of the office, by address' } }, async (request) => ({
    items: (await listPages(db, request.scope)).map((page) => pageJson(page)),
  }))

  app.get<{ Params: { slug: string } }>(
    '/api/v1/pages/:slug',
    { schema: { tags, summary: 'One page of the office', params: BySlug } },
    async (request) => {
      const page = await findBySlug(db, request.scope, 'page', request.params.slug)
      if (page?.status !== 'published') throw new NotFound()
      const history = await listHistory(db, request.scope, matterOf(page), ['public'])
      return { ...pageJson(page), body: page.body, history: historyJson(history) }
    },
  )
}
