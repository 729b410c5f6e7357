import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Article, ArticleHead } from './article.ts'
import { findArticle, headColumns } from './article-repository.ts'
import { plainText } from './document.ts'
import { listPages } from './list-articles.ts'
import { paths } from './paths.ts'

/** An article as an index of search, a feed or a map of the site takes it. */
export interface PublicArticle {
  head: ArticleHead
  /** Vietnamese address, without the language. */
  path: string
  /** The whole text without marks; blank where only heads were asked for. */
  text: string
}

/** One article of the news while readers see it; undefined otherwise: an index forgets it then. */
export async function findPublicArticle(db: Db, scope: Scope, id: string): Promise<PublicArticle | undefined> {
  const article = await findArticle(db, scope, id)
  return article?.kind === 'article' && article.status === 'published' ? toPublic(article) : undefined
}

/** All that readers see, newest first, by key, so that any number can be walked in batches. `withText: false` leaves the texts out. */
export async function walkPublicArticles(
  db: Db,
  scope: Scope,
  after: Pick<ArticleHead, 'publishedAt' | 'id'> | null,
  limit: number,
  { withText = true }: { withText?: boolean } = {},
): Promise<PublicArticle[]> {
  let query = db
    .selectFrom('articles')
    .select(headColumns)
    .$if(withText, (all) => all.select('body'))
    .where('authority_id', '=', scope.authorityId)
    .where('kind', '=', 'article')
    .where('status', '=', 'published')
  if (after) query = query.where(sql<boolean>`(published_at, id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`)
  const rows = await query.orderBy('published_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toPublic)
}

function toPublic({ body, ...head }: ArticleHead & Partial<Pick<Article, 'body'>>): PublicArticle {
  return { head, path: paths.article(head.slug), text: body ? plainText(body) : '' }
}

/** Addresses for the map of the site, as app.ts hands them on. */
export function articleAddresses(db: Db) {
  return {
    name: 'tin-tuc',
    tag: 'news',
    list: async (scope: Scope, limit: number) =>
      (await walkPublicArticles(db, scope, null, limit, { withText: false })).map(({ path, head }) => ({
        path,
        changedAt: head.updatedAt,
      })),
  }
}

/** The same of the office's own pages. */
export function pageAddresses(db: Db) {
  return {
    name: 'trang-viet',
    tag: 'pages',
    list: async (scope: Scope) => (await listPages(db, scope)).map((page) => ({ path: paths.shown(page), changedAt: page.updatedAt })),
  }
}

/** Which of these addresses are pages that readers do not see now: withdrawn, or back with the office. */
export async function unseenPages(db: Db, scope: Scope, hrefs: readonly string[]): Promise<ReadonlySet<string>> {
  const slugs = new Map(hrefs.flatMap((href) => (href.startsWith(PAGES) ? [[href.slice(PAGES.length), href] as const] : [])))
  if (slugs.size === 0) return new Set()
  const rows = await db
    .selectFrom('article_slugs as s')
    .innerJoin('articles as a', (join) => join.onRef('a.authority_id', '=', 's.authority_id').onRef('a.id', '=', 's.article_id'))
    .select('s.slug')
    .where('s.authority_id', '=', scope.authorityId)
    .where('s.kind', '=', 'page')
    .where('s.slug', 'in', [...slugs.keys()])
    .where('a.status', '!=', 'published')
    .execute()
  return new Set(rows.map(({ slug }) => slugs.get(slug)!))
}

const PAGES = paths.page('')

/** Pages of the office that a menu may point at. */
export async function pagesForMenus(db: Db, scope: Scope): Promise<{ title: string; href: string }[]> {
  return (await listPages(db, scope)).map((page) => ({ title: page.title, href: paths.shown(page) }))
}
