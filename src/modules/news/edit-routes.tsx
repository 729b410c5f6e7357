import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { refusalOf } from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { type Actor, findPeople, requireRole } from '../accounts/index.ts'
import { findReadable } from './access.ts'
import { type Article, contentOf, type Edition } from './article.ts'
import { findEdition } from './article-repository.ts'
import { listCategories } from './category-repository.ts'
import type { ArticleDocument } from './document.ts'
import { findDraft, forgetDraft, othersTyping } from './draft-repository.ts'
import { documentOf, draftFields, fieldsOf, inputOf, typedContent } from './edit-form.ts'
import { actOn, type NewsOptions } from './feature.ts'
import { officeHead } from './office-routes.tsx'
import { ConflictPanel } from './pages/conflict-panel.tsx'
import { EditNotices } from './pages/edit-notices.tsx'
import { EditPage } from './pages/edit-page.tsx'
import { paths } from './paths.ts'
import { wordsFor } from './words-for.ts'

/** A long article with its document twice. */
export const EDIT_BODY_LIMIT = 2 * 1024 * 1024
/** Whoever typed within this time is said to be writing now. */
export const TYPING_MS = 120_000

type ById = { Params: { id: string }; Querystring: { ban?: unknown }; Body: Record<string, unknown> | undefined }

/** `/lam-viec/tin-bai/…/sua`: writing. */
export async function editRoutes(app: FastifyInstance, options: NewsOptions): Promise<void> {
  const { db } = options

  app.get<ById>(`${paths.office}/:id/sua`, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    const { article } = await findReadable(db, request, request.params.id)
    requireEditable(article)
    const { ban } = request.query
    const old = typeof ban === 'string' && /^\d{1,6}$/.test(ban) ? await findEdition(db, request.scope, article.id, Number(ban)) : undefined
    return showEdit(request, reply, actor, article, undefined, old)
  })

  app.post<ById>(`${paths.office}/:id/sua`, { bodyLimit: EDIT_BODY_LIMIT }, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    const { article } = await findReadable(db, request, request.params.id)
    const form = request.body ?? {}
    const input = inputOf(form, await baseOf(request, actor, article, form))
    try {
      await actOn(options, request, article.id, article.status === 'published' ? 'revise' : 'save', input)
    } catch (error) {
      const refusal = refusalOf(request, error)
      const { article: now } = await findReadable(db, request, article.id)
      const code = error instanceof DomainError ? error.code : ''
      return showEdit(request, reply, actor, now, { refusal, input, code })
    }
    return reply.redirect(localPath(request.lang, `${paths.one(article.id)}?xong=1`), 303)
  })

  app.post<ById>(`${paths.office}/:id/bo-nhap`, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    const { article } = await findReadable(db, request, request.params.id)
    await db.transaction().execute((trx) => forgetDraft(trx, request.scope, article.id, actor.personId))
    return reply.redirect(localPath(request.lang, paths.edit(article.id)), 303)
  })

  /** The text whose parts the plain markup keeps: the edition that was being changed, or what was typed and not saved. */
  async function baseOf(
    request: FastifyRequest,
    actor: Actor,
    { id }: Article,
    form: Readonly<Record<string, unknown>>,
  ): Promise<ArticleDocument | undefined> {
    if (form['markupBase'] === 'draft') {
      const draft = await findDraft(db, request.scope, { articleId: id, personId: actor.personId })
      const typed = documentOf(draft?.fields['document'])
      if (typed) return typed
    }
    const edition = String(form['markupBase'] || form['edition'] || '')
    return /^\d{1,6}$/.test(edition) ? (await findEdition(db, request.scope, id, Number(edition)))?.body : undefined
  }

  async function showEdit(
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    article: Article,
    attempt?: { refusal: FormRefusal; input: Record<string, unknown>; code: string },
    old?: Edition,
  ) {
    const { lang, scope } = request
    const owner = { articleId: article.id, personId: actor.personId }
    const since = new Date(options.now().getTime() - TYPING_MS)
    const [categories, draft, others] = await Promise.all([
      listCategories(db, scope),
      attempt || old ? undefined : findDraft(db, scope, owner),
      othersTyping(db, scope, owner, since),
    ])
    const names = [...(await findPeople(db, others)).values()]
    const csrf = request.csrfToken()
    const conflict: ComponentChildren = attempt?.code === 'article_conflict' && (
      <ConflictPanel lang={lang} theirs={article} mine={typedContent(article, attempt.input)} categories={categories} />
    )
    const head = {
      ...officeHead,
      title: `${wordsFor(lang, article.kind).office.edit}: ${article.title}`,
      status: attempt?.refusal.status,
      islands: ['error-focus', 'char-count', 'article-editor'] as const,
    }
    return sendPage(
      request,
      reply,
      head,
      <EditPage
        lang={lang}
        csrf={csrf}
        article={article}
        categories={categories}
        fields={draft ? draftFields(article, draft) : fieldsOf(old ? { ...article, ...contentOf(old) } : article, old?.edition)}
        refusal={attempt?.refusal}
        conflict={conflict}
        asksChecked={attempt?.code === 'personal_data_unconfirmed'}
        notices={<EditNotices lang={lang} csrf={csrf} articleId={article.id} draftAt={draft?.savedAt} others={names} />}
      />,
    )
  }
}

/** In these statuses an editor saves or revises; with four eyes nobody changes alone what readers see. */
export const isEditable = ({ status, fourEyes }: Article) => ['draft', 'inReview'].includes(status) || (status === 'published' && !fourEyes)

export function requireEditable(article: Article): void {
  if (article.status === 'published' && article.fourEyes) throw new DomainError('four_eyes_correction', 403)
  if (!isEditable(article)) throw new DomainError('wrong_status', 409)
}
