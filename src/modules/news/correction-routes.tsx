import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../platform/database.ts'
import { instantText } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import { localPath } from '../../shared/lang.ts'
import { documentOf } from '../../ui/page.tsx'
import type { Scope } from '../accounts/index.ts'
import { listHistory } from '../history/index.ts'
import { type Article, type Edition, matterOf } from './article.ts'
import { findArticle, findBySlug, findEdition } from './article-repository.ts'
import { listCategories } from './category-repository.ts'
import { bringsBackPersonalData, type Correction, correctionsOf } from './corrections.ts'
import { diffDocuments } from './diff/documents.ts'
import { diffWords } from './diff/words.ts'
import { type NewsOptions, tagsOf } from './feature.ts'
import { CorrectionsPage } from './pages/corrections-page.tsx'
import { paths } from './paths.ts'
import { ownerOf } from './slug-repository.ts'
import { text } from './text.ts'

const tags = ['articles']
const BySlug = z.object({ slug: z.string() })
const numberOf = (value: unknown) => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : null)
type One = { Params: { slug: string; edition: string }; Querystring: { ban?: unknown } }

/** `/tin-tuc/{slug}/ban-sua` and `/api/v1/articles/{slug}/corrections`: what changed before readers' eyes. */
export async function correctionRoutes(app: FastifyInstance, { db, cache }: NewsOptions): Promise<void> {
  app.get<One>(`${paths.list}/:slug/ban-sua`, async (request, reply) => {
    const { lang, scope } = request
    const { slug } = request.params
    const article = await findBySlug(db, scope, 'article', slug)
    if (article?.status !== 'published') {
      const now = await movedTo(db, scope, slug)
      return reply.redirect(localPath(lang, paths.corrections(now.slug)), 301)
    }
    const edition = request.query.ban === undefined ? null : numberOf(request.query.ban)
    const corrections = await listCorrections(db, scope, article)
    const correction = edition === null ? null : corrections.find((one) => one.edition === edition)
    if (request.query.ban !== undefined && !correction) throw new NotFound()
    const path = `${paths.corrections(article.slug)}${correction ? `?ban=${correction.edition}` : ''}`
    return cache.send(request, reply, {
      key: `corrections ${path}`,
      tags: tagsOf(article),
      render: async () => {
        const chosen = correction ? { correction, texts: await textsOf(db, scope, article, correction) } : null
        return documentOf(
          { ...request.publicChrome(), path },
          { title: `${text[lang].public.corrections.title}: ${article.title}`, current: paths.list, noindex: true },
          <CorrectionsPage
            lang={lang}
            article={article}
            corrections={corrections.toReversed()}
            categories={await listCategories(db, scope)}
            chosen={chosen}
          />,
        )
      },
    })
  })

  app.get<One>(
    '/api/v1/articles/:slug/corrections',
    { schema: { tags, summary: 'Corrections of a published article, the newest first', params: BySlug } },
    async (request) => {
      const article = await published(db, request)
      const items = (await listCorrections(db, request.scope, article)).toReversed().map(correctionJson)
      return { items, next: null }
    },
  )

  app.get<One>(
    '/api/v1/articles/:slug/corrections/:edition',
    { schema: { tags, summary: 'One correction with its difference', params: BySlug.extend({ edition: z.string() }) } },
    async (request) => {
      const { scope, params } = request
      const article = await published(db, request)
      const edition = numberOf(params.edition)
      const correction = (await listCorrections(db, scope, article)).find((one) => one.edition === edition)
      if (!correction) throw new NotFound()
      const texts = await textsOf(db, scope, article, correction)
      return { ...correctionJson(correction), open: texts !== null, difference: texts && differenceJson(texts) }
    },
  )
}

async function published(db: Db, request: FastifyRequest<One>): Promise<Article> {
  const article = await findBySlug(db, request.scope, 'article', request.params.slug)
  if (article?.status !== 'published') throw new NotFound()
  return article
}

/** The published article that an address of before belongs to. @throws NotFound */
async function movedTo(db: Db, scope: Scope, slug: string): Promise<Article> {
  const id = await ownerOf(db, scope, 'article', slug)
  const article = id ? await findArticle(db, scope, id) : undefined
  if (article?.status !== 'published' || article.slug === slug) throw new NotFound()
  return article
}

async function listCorrections(db: Db, scope: Scope, article: Article): Promise<Correction[]> {
  return correctionsOf(await listHistory(db, scope, matterOf(article), ['public']))
}

/** Both texts, when everybody may see them: readers had both, and nothing of people comes back by them. */
async function textsOf(
  db: Db,
  scope: Scope,
  article: Article,
  { before, edition, open }: Correction,
): Promise<{ old: Edition; next: Edition } | null> {
  if (!open) return null
  const [old, next] = await Promise.all([findEdition(db, scope, article.id, before), findEdition(db, scope, article.id, edition)])
  return old && next && !bringsBackPersonalData(article, old, next) ? { old, next } : null
}

const correctionJson = ({ edition, before, at, type, reason, open }: Correction) => ({
  edition,
  before,
  at: instantText(at),
  type,
  reason,
  open,
})

/** Word by word: title, lead and the text block by block. */
function differenceJson({ old, next }: { old: Edition; next: Edition }) {
  return {
    title: diffWords(old.title, next.title),
    lead: diffWords(old.lead ?? '', next.lead ?? ''),
    blocks: diffDocuments(old.body, next.body).map(({ type, pieces, restyled }) => ({ type, pieces, restyled: restyled ?? false })),
  }
}
