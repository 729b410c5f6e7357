import type { FastifyInstance } from 'fastify'
import { NotFound } from '../../shared/errors.ts'
import { sendPage } from '../../ui/page.tsx'
import { findPeople, hasRole, requireRole } from '../accounts/index.ts'
import { findReadable } from './access.ts'
import { findEdition, listEditions } from './article-repository.ts'
import { listCategories } from './category-repository.ts'
import { isEditable } from './edit-routes.tsx'
import type { NewsOptions } from './feature.ts'
import { ComparePage } from './pages/compare-page.tsx'
import { paths } from './paths.ts'
import { readers } from './rules.ts'
import { officeHead } from './show-one.tsx'
import { text } from './text.ts'

const MOST_EDITIONS = 200
const editionOf = (value: unknown, otherwise: number) => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : otherwise)

/** `/lam-viec/tin-bai/…/so-sanh?tu=1&den=2`: two editions side by side. */
export async function compareRoutes(app: FastifyInstance, { db }: NewsOptions): Promise<void> {
  app.get<{ Params: { id: string }; Querystring: { tu?: unknown; den?: unknown } }>(
    `${paths.office}/:id/so-sanh`,
    async (request, reply) => {
      const actor = requireRole(request, readers)
      const { lang, scope, query } = request
      const { article } = await findReadable(db, request, request.params.id)
      const [old, next, editions, categories] = await Promise.all([
        findEdition(db, scope, article.id, editionOf(query.tu, Math.max(1, article.edition - 1))),
        findEdition(db, scope, article.id, editionOf(query.den, article.edition)),
        listEditions(db, scope, article.id, MOST_EDITIONS),
        listCategories(db, scope),
      ])
      if (!old || !next) throw new NotFound()
      const people = await findPeople(db, [...new Set(editions.map(({ savedBy }) => savedBy))])
      const props = { lang, article, editions, people, categories, old, next, mayEdit: hasRole(actor, 'editor') && isEditable(article) }
      return sendPage(request, reply, { ...officeHead, title: `${text[lang].diff.title}: ${article.title}` }, <ComparePage {...props} />)
    },
  )
}
