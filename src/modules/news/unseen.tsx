import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { listHistory } from '../history/index.ts'
import { type Article, type ArticleKind, matterOf } from './article.ts'
import { findArticle } from './article-repository.ts'
import { WithdrawnPage } from './pages/withdrawn-page.tsx'
import { paths } from './paths.ts'
import { ownerOf } from './slug-repository.ts'
import { wordsFor } from './words-for.ts'

type BySlug = FastifyRequest<{ Params: { slug: string } }>

/** An address of before leads to the one of now, as long as readers may see the article. @throws NotFound */
export async function leadOn(db: Db, request: BySlug, reply: FastifyReply, kind: ArticleKind, to: (article: Article) => string) {
  const id = await ownerOf(db, request.scope, kind, request.params.slug)
  const article = id && (await findArticle(db, request.scope, id))
  if (!article || !['published', 'withdrawn'].includes(article.status)) throw new NotFound()
  return reply.redirect(localPath(request.lang, to(article)), 301)
}

/** What was taken away says that, when and why, and not a word of its text. */
export async function sendWithdrawn(db: Db, request: FastifyRequest, reply: FastifyReply, article: Article) {
  const { lang, scope } = request
  const history = await listHistory(db, scope, matterOf(article), ['public'])
  const withdrawal = history.findLast((entry) => entry.type === 'article.withdrawn')
  const current = article.kind === 'page' ? paths.shown(article) : paths.list
  const head = { title: wordsFor(lang, article.kind).public.withdrawn, current, noindex: true, status: 410 }
  return sendPage(request, reply, head, <WithdrawnPage lang={lang} kind={article.kind} withdrawal={withdrawal} />)
}
