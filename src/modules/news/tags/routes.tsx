import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { refusalOf } from '../../../platform/http/index.ts'
import { NotFound } from '../../../shared/errors.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { localPath } from '../../../shared/lang.ts'
import { isStorable } from '../../../shared/vietnamese-text.ts'
import { sendPage } from '../../../ui/page.tsx'
import { hasRole, requireRole } from '../../accounts/index.ts'
import type { NewsOptions } from '../feature.ts'
import { findTagName } from '../list-articles.ts'
import { paths } from '../paths.ts'
import { readers } from '../rules.ts'
import { MergeTagInput, mergeTag, RenameInput, renameTag } from './move-tag.ts'
import { TagPage, TagsPage } from './pages.tsx'
import { findTag, findTagMove, listTags } from './tag-repository.ts'
import { text } from './text.ts'

const API = '/api/v1/office/article-tags'
const ROWS = 50
const head = { current: paths.office, noindex: true, office: true, islands: ['error-focus'] } as const
const BySlug = z.object({ slug: z.string() })

type OnSlug = { Params: { slug: string }; Querystring: { after?: unknown; xong?: unknown }; Body: Record<string, unknown> | undefined }

/** `/lam-viec/tin-bai/the`: tags, renamed and merged by editors, read by the office. */
export async function tagRoutes(app: FastifyInstance, options: NewsOptions): Promise<void> {
  const { db } = options
  const tags = ['articles']

  app.get<OnSlug>(paths.tags, async (request, reply) => {
    requireRole(request, readers)
    const { lang } = request
    return sendPage(request, reply, { ...head, title: text[lang].title }, <TagsPage lang={lang} page={await pageFor(request)} />)
  })

  app.get<OnSlug>(`${paths.tags}/:slug`, async (request, reply) => {
    requireRole(request, readers)
    const { slug } = request.params
    const moved = (await findTag(db, request.scope, known(slug))) ? undefined : await findTagMove(db, request.scope, slug)
    if (moved) return reply.redirect(localPath(request.lang, paths.oneTag(moved.slug)), 303)
    return showOne(request, reply, { saved: request.query.xong !== undefined })
  })

  for (const [path, move] of [
    [`${paths.tags}/:slug`, renameTag],
    [`${paths.tags}/:slug/gop`, mergeTag],
  ] as const)
    app.post<OnSlug>(path, async (request, reply) => {
      const actor = requireRole(request, ['editor'])
      try {
        const { slug } = await move(options, request.scope, actor, known(request.params.slug), request.body ?? {})
        return reply.redirect(localPath(request.lang, `${paths.oneTag(slug)}?xong=1`), 303)
      } catch (error) {
        return showOne(request, reply, { refusal: refusalOf(request, error) })
      }
    })

  app.get<OnSlug>(API, { schema: { tags, summary: 'Tags of articles in any state, by address' } }, async (request) => {
    requireRole(request, readers)
    return pageFor(request)
  })

  app.put<OnSlug>(`${API}/:slug`, { schema: { tags, summary: 'Rename a tag', params: BySlug, body: RenameInput } }, async (request) => {
    const actor = requireRole(request, ['editor'])
    return renameTag(options, request.scope, actor, known(request.params.slug), request.body)
  })

  app.post<OnSlug>(
    `${API}/:slug/merge`,
    { schema: { tags, summary: 'Merge a tag into another one', params: BySlug, body: MergeTagInput } },
    async (request) => {
      const actor = requireRole(request, ['editor'])
      return mergeTag(options, request.scope, actor, known(request.params.slug), request.body)
    },
  )

  const pageFor = ({ scope, query }: FastifyRequest<OnSlug>) =>
    listTags(db, scope, typeof query.after === 'string' && query.after !== '' ? query.after : null, ROWS)

  async function showOne(request: FastifyRequest<OnSlug>, reply: FastifyReply, shown: { refusal?: FormRefusal; saved?: boolean }) {
    const { lang, scope, params } = request
    const tag = await findTag(db, scope, known(params.slug))
    if (!tag) throw new NotFound()
    const isPublic = (await findTagName(db, scope, tag.slug)) !== undefined
    const props = { lang, csrf: request.csrfToken(), tag, isPublic, mayChange: hasRole(request.actor, 'editor'), ...shown }
    const title = `${text[lang].title}: ${tag.name}`
    return sendPage(request, reply, { ...head, title, status: shown.refusal?.status }, <TagPage {...props} />)
  }
}

/** @throws NotFound for what no address of a tag can be */
function known(slug: string): string {
  if (!isStorable(slug) || slug.length > 400) throw new NotFound()
  return slug
}
