import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { paths } from './paths.ts'
import './news.table.ts'

/** Of these articles, pages of the office among them, the ones that readers see. */
export async function namePublicArticles(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { text: string; href: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'kind', 'slug', 'title'])
    .where('authority_id', '=', scope.authorityId)
    .where('id', 'in', [...ids])
    .where('status', '=', 'published')
    .execute()
  return new Map(rows.map((row) => [row.id, { text: row.title, href: paths.shown(row) }]))
}

/** The article behind an address, also one that it had before; null: none that readers see. */
export async function findPublicArticleBySlug(db: Db, scope: Scope, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('article_slugs')
    .innerJoin('articles', (join) =>
      join.onRef('articles.authority_id', '=', 'article_slugs.authority_id').onRef('articles.id', '=', 'article_slugs.article_id'),
    )
    .select('articles.id')
    .where('article_slugs.authority_id', '=', scope.authorityId)
    .where('article_slugs.slug', '=', slug)
    .where('articles.status', '=', 'published')
    .executeTakeFirst()
  return row?.id ?? null
}
