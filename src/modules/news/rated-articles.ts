import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { ArticleStatus } from './article.ts'
import { paths } from './paths.ts'
import './news.table.ts'

/** An article that readers see or saw, as whoever lets it be rated takes it. */
interface RatedArticle {
  id: string
  slug: string
  title: string
  /** Vietnamese address, without the language. */
  path: string
  state: 'open' | 'closed' | 'withdrawn'
}

/** By an address of now or of earlier; undefined for what readers do not know of. */
async function find(db: Db, scope: Scope, slug: string): Promise<RatedArticle | undefined> {
  return toRated(await byAddress(db, scope, slug).executeTakeFirst())
}

/** The same for one rating: many rate at once, and no act changes the article meanwhile. */
async function hold(trx: Trx, scope: Scope, slug: string): Promise<RatedArticle | undefined> {
  return toRated(await byAddress(trx, scope, slug).forShare('articles').executeTakeFirst())
}

/** Those of these that readers see now. */
async function list(db: Db, scope: Scope, ids: readonly string[]): Promise<RatedArticle[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('articles')
    .select(columns)
    .where('articles.authority_id', '=', scope.authorityId)
    .where('articles.id', 'in', [...ids])
    .where('articles.status', '=', 'published')
    .where('articles.kind', '=', 'article')
    .execute()
  return rows.map(toRated).filter((article) => article !== undefined)
}

const columns = ['articles.id', 'articles.slug', 'articles.title', 'articles.status', 'articles.ratings_on as ratingsOn'] as const

function byAddress(db: Db, scope: Scope, slug: string) {
  return db
    .selectFrom('article_slugs')
    .innerJoin('articles', (join) =>
      join.onRef('articles.authority_id', '=', 'article_slugs.authority_id').onRef('articles.id', '=', 'article_slugs.article_id'),
    )
    .select(columns)
    .where('article_slugs.authority_id', '=', scope.authorityId)
    .where('article_slugs.slug', '=', slug)
    .where('articles.kind', '=', 'article')
}

type Row = Pick<RatedArticle, 'id' | 'slug' | 'title'> & { status: ArticleStatus; ratingsOn: boolean }

function toRated(row: Row | undefined): RatedArticle | undefined {
  if (row?.status !== 'published' && row?.status !== 'withdrawn') return undefined
  const { id, slug, title, status, ratingsOn } = row
  return { id, slug, title, path: paths.article(slug), state: status === 'withdrawn' ? 'withdrawn' : ratingsOn ? 'open' : 'closed' }
}

/** What readers may rate. */
export const ratedArticles = { find, hold, list }
