import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { instantText } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { findPeople, requireRole } from '../accounts/index.ts'
import { requireAct } from '../lifecycle/index.ts'
import { findAccess, findReadable } from './access.ts'
import { acts } from './acts/index.ts'
import { pageQuery } from './api-routes.ts'
import { articleKinds, articleStatuses } from './article.ts'
import { listCategories } from './category-repository.ts'
import { createArticle } from './create-article.ts'
import { keepDraft, othersTyping } from './draft-repository.ts'
import { EDIT_BODY_LIMIT, requireEditable, TYPING_MS } from './edit-routes.tsx'
import { actOn, type NewsOptions } from './feature.ts'
import { DraftInput, labels, NewArticle } from './fields.ts'
import { listForOffice } from './list-articles.ts'
import { actsNow, readers } from './rules.ts'
import { officeJson } from './views.ts'
import { wordsFor } from './words-for.ts'

const ListQuery = z.strictObject({ ...pageQuery, status: z.enum(articleStatuses).optional(), kind: z.enum(articleKinds).optional() })
const ById = z.object({ id: z.string() })

/** `/api/v1/office/articles`: the newsroom for programs. */
export async function officeApiRoutes(app: FastifyInstance, options: NewsOptions): Promise<void> {
  const { db } = options
  const tags = ['articles']
  const root = '/api/v1/office/articles'

  app.get(root, { schema: { tags, summary: 'Articles in every state, last changed first', querystring: ListQuery } }, async (request) => {
    requireRole(request, readers)
    const { after, limit, status, kind } = parseInput(ListQuery, request.query, labels)
    const categories = await listCategories(db, request.scope)
    const page = await listForOffice(db, request.scope, { kind, status }, after, limit)
    const items = page.items.map((article) => {
      const { body: _, ...rest } = officeJson({ ...article, body: { type: 'doc', content: [] } }, categories)
      return rest
    })
    return { items, next: page.next }
  })

  app.post(root, { schema: { tags, summary: 'Begin an article', body: NewArticle } }, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    const article = await createArticle(options, request.scope, actor, request.body)
    return reply.code(201).send(officeJson(article, await listCategories(db, request.scope)))
  })

  app.get(`${root}/:id`, { schema: { tags, summary: 'One article in any state', params: ById } }, async (request) => {
    requireRole(request, readers)
    const { article } = await findReadable(db, request, idOf(request))
    return officeJson(article, await listCategories(db, request.scope))
  })

  app.get(`${root}/:id/acts`, { schema: { tags, summary: 'What the caller may do now', params: ById } }, async (request) => {
    const { article, roles } = await findReadable(db, request, idOf(request))
    return {
      items: actsNow(article, roles).map((act) => ({
        act,
        label: wordsFor(request.lang, article.kind).act[act],
        input: z.toJSONSchema(acts[act].input, { io: 'input', unrepresentable: 'any' }),
      })),
    }
  })

  app.put(
    `${root}/:id/draft`,
    { bodyLimit: EDIT_BODY_LIMIT, schema: { tags, summary: 'Keep what is being typed', params: ById, body: DraftInput } },
    async (request) => {
      const actor = requireRole(request, ['editor'])
      const { article } = await findReadable(db, request, idOf(request))
      requireEditable(article)
      const { edition, fields } = parseInput(DraftInput, request.body, labels)
      const owner = { articleId: article.id, personId: actor.personId }
      const savedAt = options.now()
      await db.transaction().execute((trx) => keepDraft(trx, request.scope, owner, { baseEdition: edition, fields, savedAt }))
      const others = await othersTyping(db, request.scope, owner, new Date(savedAt.getTime() - TYPING_MS))
      return { savedAt: instantText(savedAt), edition: article.edition, others: [...(await findPeople(db, others)).values()] }
    },
  )

  const params = ById.extend({ act: z.string() })
  app.post(`${root}/:id/acts/:act`, { bodyLimit: EDIT_BODY_LIMIT, schema: { tags, summary: 'Do an act', params } }, async (request) => {
    if (!request.actor) throw new DomainError('not_signed_in', 401)
    const { article } = await findAccess(db, request, idOf(request))
    const act = requireAct(acts, (request.params as { act: string }).act)
    return officeJson(await actOn(options, request, article.id, act, request.body), await listCategories(db, request.scope))
  })
}

const idOf = (request: FastifyRequest) => (request.params as { id: string }).id
