import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../../platform/http/index.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole } from '../accounts/index.ts'
import { filesText } from '../files/index.ts'
import { requireAct } from '../lifecycle/index.ts'
import { countsOf } from '../tallies/index.ts'
import { type Access, findReadable } from './access.ts'
import { acts } from './acts/index.ts'
import { type ArticleKind, articleKinds } from './article.ts'
import { listGuardedFiles } from './article-files.ts'
import { listCategories } from './category-repository.ts'
import { createArticle } from './create-article.ts'
import { actOn, type NewsOptions } from './feature.ts'
import type { ArticleAct } from './lifecycle.ts'
import { listForOffice } from './list-articles.ts'
import { NewPage } from './pages/new-page.tsx'
import { type ListView, listViews, OfficePage } from './pages/office-page.tsx'
import { OnePage } from './pages/one-page.tsx'
import { paths } from './paths.ts'
import { readers } from './rules.ts'
import { shownFiles } from './shown-files.ts'
import { text } from './text.ts'
import { viewForOffice } from './views.ts'
import { wordsFor } from './words-for.ts'

const ROWS = 30
/** Lists and forms of officers' screens. */
export const officeHead = { current: paths.office, noindex: true, office: true } as const

type ById = { Params: { id: string; act: string }; Querystring: { xong?: string; loi?: unknown } }

/** `/lam-viec/tin-bai`: the newsroom's list, new articles, each article with its acts. */
export async function officeRoutes(app: FastifyInstance, options: NewsOptions): Promise<void> {
  const { db } = options

  app.get<{ Querystring: { xem?: unknown; loai?: unknown; after?: unknown } }>(paths.office, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang, scope, query } = request
    const view: ListView = listViews.find((one) => one === query.xem) ?? 'all'
    const kind = articleKinds.find((one) => one === query.loai)
    const after = typeof query.after === 'string' && query.after !== '' ? query.after : null
    const [page, all, ofPages] = await Promise.all([
      listForOffice(db, scope, { kind, status: view === 'all' ? undefined : view }, after, ROWS),
      countsOf(db, scope, 'article.status', 'all'),
      countsOf(db, scope, 'article.status', 'page'),
    ])
    const head = { ...officeHead, title: text[lang].office.title, wide: true, islands: ['office-keys'] as const }
    const mayWrite = hasRole(actor, 'editor')
    return sendPage(
      request,
      reply,
      head,
      <OfficePage lang={lang} kind={kind} view={view} page={page} counts={{ all, page: ofPages }} mayWrite={mayWrite} />,
    )
  })

  app.get<{ Querystring: { loai?: unknown } }>(`${paths.office}/moi`, async (request, reply) => {
    requireRole(request, ['editor'])
    return showNew(request, reply, request.query.loai === 'page' ? 'page' : 'article')
  })

  app.post<{ Body: { kind?: unknown } | undefined }>(`${paths.office}/moi`, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    try {
      const article = await createArticle(options, request.scope, actor, request.body)
      return reply.redirect(localPath(request.lang, paths.edit(article.id)), 303)
    } catch (error) {
      return showNew(request, reply, request.body?.kind === 'page' ? 'page' : 'article', refusalOf(request, error))
    }
  })

  app.get<ById>(`${paths.office}/:id`, async (request, reply) => {
    requireRole(request, readers)
    return showOne(request, reply, await findReadable(db, request, request.params.id), {
      done: request.query.xong !== undefined,
      fileProblems: refusedFiles(request),
    })
  })

  app.post<ById>(`${paths.office}/:id/viec/:act`, async (request, reply) => {
    requireRole(request, readers)
    const access = await findReadable(db, request, request.params.id)
    const act = requireAct(acts, request.params.act)
    try {
      await actOn(options, request, access.article.id, act, request.body)
    } catch (error) {
      const refusal = refusalOf(request, error)
      return showOne(request, reply, await findReadable(db, request, access.article.id), { attempt: { act, refusal } })
    }
    return reply.redirect(localPath(request.lang, `${paths.one(access.article.id)}?xong=1`), 303)
  })

  async function showNew(request: FastifyRequest, reply: FastifyReply, kind: ArticleKind, refusal?: FormRefusal) {
    const { lang, scope } = request
    const categories = await listCategories(db, scope)
    const head = { ...officeHead, title: wordsFor(lang, kind).office.add, status: refusal?.status, islands: ['error-focus'] as const }
    return sendPage(
      request,
      reply,
      head,
      <NewPage lang={lang} kind={kind} csrf={request.csrfToken()} categories={categories} refusal={refusal} />,
    )
  }

  async function showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    { article, roles }: Access,
    shown: { attempt?: { act: ArticleAct; refusal: FormRefusal }; done?: boolean; fileProblems?: readonly string[] },
  ) {
    const { lang, scope } = request
    const [view, files, ownFiles, ratings] = await Promise.all([
      viewForOffice(db, scope, article, roles),
      shownFiles(db, scope, lang, article),
      listGuardedFiles(db, scope, article),
      options.slots?.ratingsDesk?.({ lang, scope, article }),
    ])
    const head = {
      ...officeHead,
      title: `${text[lang].office.title}: ${article.title}`,
      status: shown.attempt?.refusal.status,
      islands: ['error-focus'] as const,
    }
    return sendPage(
      request,
      reply,
      head,
      <OnePage lang={lang} csrf={request.csrfToken()} view={view} files={files} ownFiles={ownFiles} ratings={ratings} {...shown} />,
    )
  }
}

/** Files that the sending before this page refused, `code:name` each, as sentences. */
function refusedFiles(request: FastifyRequest<ById>): string[] {
  const given = request.query.loi
  return (Array.isArray(given) ? given : [given]).flatMap((one) => {
    const [, code = '', name = ''] = typeof one === 'string' ? (/^([a-z_]+):(.{1,200})$/u.exec(one) ?? []) : []
    const sentences: Readonly<Record<string, (name: string) => string>> = filesText[request.lang].refused
    return Object.hasOwn(sentences, code) ? [sentences[code]!(name)] : []
  })
}
