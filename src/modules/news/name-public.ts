import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { paths } from './paths.ts'
import './news.table.ts'

/** Of these articles the ones that readers see. */
export async function namePublicArticles(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { text: string; href: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'slug', 'title'])
    .where('authority_id', '=', scope.authorityId)
    .where('id', 'in', [...ids])
    .where('status', '=', 'published')
    .execute()
  return new Map(rows.map(({ id, slug, title }) => [id, { text: title, href: paths.article(slug) }]))
}
