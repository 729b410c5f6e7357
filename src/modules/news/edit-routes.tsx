import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { requireRole } from '../accounts/index.ts'
import { findReadable } from './access.ts'
import type { Article } from './article.ts'
import { findEdition } from './article-repository.ts'
import { listCategories } from './category-repository.ts'
import { fieldsOf, inputOf } from './edit-form.ts'
import { actOn, type NewsOptions } from './feature.ts'
import { officeHead } from './office-routes.tsx'
import { EditPage } from './pages/edit-page.tsx'
import { paths } from './paths.ts'
import { text } from './text.ts'

/** A long article with its document twice. */
export const EDIT_BODY_LIMIT = 2 * 1024 * 1024

type ById = { Params: { id: string }; Body: Record<string, unknown> | undefined }

/** `/lam-viec/tin-bai/…/sua`: writing. */
export async function editRoutes(app: FastifyInstance, options: NewsOptions): Promise<void> {
  const { db } = options

  app.get<ById>(`${paths.office}/:id/sua`, async (request, reply) => {
    requireRole(request, ['editor'])
    const { article } = await findReadable(db, request, request.params.id)
    requireEditable(article)
    return showEdit(request, reply, article)
  })

  app.post<ById>(`${paths.office}/:id/sua`, { bodyLimit: EDIT_BODY_LIMIT }, async (request, reply) => {
    requireRole(request, ['editor'])
    const { article } = await findReadable(db, request, request.params.id)
    const form = request.body ?? {}
    const base = /^\d{1,6}$/.test(String(form['edition']))
      ? await findEdition(db, request.scope, article.id, Number(form['edition']))
      : undefined
    try {
      await actOn(options, request, article.id, article.status === 'published' ? 'revise' : 'save', inputOf(form, base?.body))
    } catch (error) {
      const refusal = refusalOf(request, error)
      const { article: now } = await findReadable(db, request, article.id)
      return showEdit(request, reply, now, refusal)
    }
    return reply.redirect(localPath(request.lang, `${paths.one(article.id)}?xong=1`), 303)
  })

  async function showEdit(request: FastifyRequest, reply: FastifyReply, article: Article, refusal?: FormRefusal) {
    const { lang, scope } = request
    const categories = await listCategories(db, scope)
    const head = {
      ...officeHead,
      title: text[lang].office.edit,
      status: refusal?.status,
      islands: ['error-focus', 'char-count'] as const,
    }
    const page = (
      <EditPage
        lang={lang}
        csrf={request.csrfToken()}
        article={article}
        categories={categories}
        fields={fieldsOf(article)}
        refusal={refusal}
      />
    )
    return sendPage(request, reply, head, page)
  }
}

function requireEditable({ status }: Article): void {
  if (!['draft', 'inReview', 'published'].includes(status)) throw new DomainError('wrong_status', 409)
}
