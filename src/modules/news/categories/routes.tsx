import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { refusalOf } from '../../../platform/http/index.ts'
import { NotFound } from '../../../shared/errors.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { isUuid } from '../../../shared/ids.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { findPeople, hasRole, requireRole } from '../../accounts/index.ts'
import { listHistory } from '../../history/index.ts'
import { countsOf } from '../../tallies/index.ts'
import type { Category } from '../article.ts'
import { listCategories } from '../category-repository.ts'
import { inOrder } from '../category-tree.ts'
import type { NewsOptions } from '../feature.ts'
import { paths } from '../paths.ts'
import { readers } from '../rules.ts'
import { addCategory, changeCategory } from './change.ts'
import { CategoryInput, MergeInput, NewCategoryInput } from './input.ts'
import { mergeCategories } from './merge.ts'
import { CategoriesPage, CategoryPage } from './pages.tsx'
import { text } from './text.ts'

const API = '/api/v1/office/article-categories'
const head = { current: paths.office, noindex: true, office: true, islands: ['error-focus'] } as const
const ById = z.object({ id: z.string() })

type OnId = { Params: { id: string }; Querystring: { xong?: unknown }; Body: Record<string, unknown> | undefined }

/** `/lam-viec/tin-bai/chuyen-muc`: the rooms of the news, kept by editors, read by the office. */
export async function categoryRoutes(app: FastifyInstance, options: NewsOptions): Promise<void> {
  const { db } = options
  const tags = ['articles']

  app.get<OnId>(paths.categories, async (request, reply) => {
    requireRole(request, readers)
    return showAll(request, reply, { saved: request.query.xong !== undefined })
  })

  app.post(paths.categories, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    try {
      await addCategory(options, request.scope, actor, request.body)
    } catch (error) {
      return showAll(request, reply, { refusal: refusalOf(request, error) })
    }
    return reply.redirect(localPath(request.lang, `${paths.categories}?xong=1`), 303)
  })

  app.get<OnId>(`${paths.categories}/:id`, async (request, reply) => {
    requireRole(request, readers)
    return showOne(request, reply, { saved: request.query.xong !== undefined })
  })

  app.post<OnId>(`${paths.categories}/:id`, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    const { id } = request.params
    try {
      await changeCategory(options, request.scope, actor, id, { hidden: 'no', ...request.body })
    } catch (error) {
      return showOne(request, reply, { refusal: refusalOf(request, error) })
    }
    return reply.redirect(localPath(request.lang, `${paths.oneCategory(id)}?xong=1`), 303)
  })

  app.post<OnId>(`${paths.categories}/:id/gop`, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    try {
      const into = await mergeCategories(options, request.scope, actor, request.params.id, request.body)
      return reply.redirect(localPath(request.lang, `${paths.oneCategory(into.id)}?xong=1`), 303)
    } catch (error) {
      return showOne(request, reply, { refusal: refusalOf(request, error, { category_too_deep: 'into' }), merging: true })
    }
  })

  app.get(API, { schema: { tags, summary: 'Categories, hidden and merged ones too' } }, async (request) => {
    requireRole(request, readers)
    return { items: await listCategories(db, request.scope) }
  })

  app.post(API, { schema: { tags, summary: 'Add a category', body: NewCategoryInput } }, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    return reply.code(201).send(await addCategory(options, request.scope, actor, request.body))
  })

  app.put<OnId>(`${API}/:id`, { schema: { tags, summary: 'Change a category', params: ById, body: CategoryInput } }, async (request) => {
    const actor = requireRole(request, ['editor'])
    return changeCategory(options, request.scope, actor, request.params.id, request.body)
  })

  app.post<OnId>(
    `${API}/:id/merge`,
    { schema: { tags, summary: 'Merge a category into another one', params: ById, body: MergeInput } },
    async (request) => {
      const actor = requireRole(request, ['editor'])
      return mergeCategories(options, request.scope, actor, request.params.id, request.body)
    },
  )

  async function showAll(request: FastifyRequest, reply: FastifyReply, shown: { refusal?: FormRefusal; saved?: boolean }) {
    const { lang, scope } = request
    const [all, counts] = await Promise.all([listCategories(db, scope), countsOf(db, scope, 'article.published', 'all')])
    const published = new Map(counts.map(({ bucket, n }) => [bucket, n]))
    const props = { lang, csrf: request.csrfToken(), all, published, mayChange: hasRole(request.actor, 'editor'), ...shown }
    return sendPage(request, reply, { ...head, title: text[lang].title, status: shown.refusal?.status }, <CategoriesPage {...props} />)
  }

  async function showOne(
    request: FastifyRequest<OnId>,
    reply: FastifyReply,
    shown: { refusal?: FormRefusal; saved?: boolean; merging?: boolean },
  ) {
    const { lang, scope, params } = request
    const all = await listCategories(db, scope)
    const category: Category | undefined = isUuid(params.id) ? all.find(({ id }) => id === params.id) : undefined
    if (!category) throw new NotFound()
    const history = await listHistory(db, scope, { type: 'articleCategory', id: category.id }, ['internal'])
    const people = await findPeople(db, [...new Set(history.flatMap(({ actorId }) => actorId ?? []))])
    const mayChange = hasRole(request.actor, 'editor')
    const props = { lang, csrf: request.csrfToken(), category, all: inOrder(all), every: all, history, people, mayChange, ...shown }
    return sendPage(
      request,
      reply,
      { ...head, title: `${text[lang].title}: ${category.name}`, status: shown.refusal?.status },
      <CategoryPage {...props} />,
    )
  }
}
