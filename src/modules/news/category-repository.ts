import type { Db, Trx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import type { Category } from './article.ts'
import { slugOf } from './slug.ts'
import './news.table.ts'

export function listCategories(db: Db, scope: Scope): Promise<Category[]> {
  return db
    .selectFrom('article_categories')
    .select(['id', 'slug', 'name', 'sort'])
    .where('authority_id', '=', scope.authorityId)
    .orderBy('sort')
    .orderBy('slug')
    .execute()
}

export async function hasCategory(db: Db, scope: Scope, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('article_categories')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** The category of that name; made when there is none. */
export async function ensureCategory(trx: Trx, scope: Scope, { name, sort }: { name: string; sort: number }): Promise<Category> {
  const slug = slugOf(name)
  await trx
    .insertInto('article_categories')
    .values({ authority_id: scope.authorityId, id: newId(), slug, name, sort })
    .onConflict((conflict) => conflict.columns(['authority_id', 'slug']).doNothing())
    .execute()
  return trx
    .selectFrom('article_categories')
    .select(['id', 'slug', 'name', 'sort'])
    .where('authority_id', '=', scope.authorityId)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
}
