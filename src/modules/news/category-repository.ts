import type { Db, Trx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import type { Category } from './article.ts'
import { slugOf } from './slug.ts'
import './news.table.ts'

const columns = ['id', 'slug', 'name', 'sort', 'parent_id as parentId', 'hidden', 'merged_into as mergedInto', 'version'] as const

/** All of them, hidden and merged ones too: see category-tree.ts for what readers are offered. */
export function listCategories(db: Db, scope: Scope): Promise<Category[]> {
  return db
    .selectFrom('article_categories')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .orderBy('sort')
    .orderBy('slug')
    .execute()
}

/** The category that an address of now or of earlier belongs to. */
export async function categoryAt(db: Db, scope: Scope, slug: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('article_category_slugs')
    .select('category_id')
    .where('authority_id', '=', scope.authorityId)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.category_id
}

/**
 * The category that an article gets when this one is wanted: it, or the one into which it was merged. Kept from being merged
 * until the transaction ends, so that no article is left behind in a category that is gone.
 */
export async function holdCategory(trx: Trx, scope: Scope, id: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('article_categories')
    .select(['id', 'merged_into'])
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()
  return row?.merged_into ? holdCategory(trx, scope, row.merged_into) : row?.id
}

interface NewCategory {
  name: string
  sort: number
  parentId?: string | null
}

export async function insertCategory(trx: Trx, scope: Scope, slug: string, { name, sort, parentId = null }: NewCategory): Promise<string> {
  const id = newId()
  await trx
    .insertInto('article_categories')
    .values({ authority_id: scope.authorityId, id, slug, name, sort, parent_id: parentId })
    .onConflict((conflict) => conflict.columns(['authority_id', 'slug']).doNothing())
    .execute()
  return id
}

/** True when the address belongs to this category now: it was free, or had been its own. */
export async function claimAddress(trx: Trx, scope: Scope, slug: string, categoryId: string): Promise<boolean> {
  await trx
    .insertInto('article_category_slugs')
    .values({ authority_id: scope.authorityId, slug, category_id: categoryId })
    .onConflict((conflict) => conflict.columns(['authority_id', 'slug']).doNothing())
    .execute()
  return (await categoryAt(trx, scope, slug)) === categoryId
}

/** The category of that name, or what it is called or merged into since; made when there never was one. */
export async function ensureCategory(trx: Trx, scope: Scope, wanted: NewCategory): Promise<Category> {
  const slug = slugOf(wanted.name)
  const known = await categoryAt(trx, scope, slug)
  if (!known) await insertCategory(trx, scope, slug, wanted)
  const { id, mergedInto } = await trx
    .selectFrom('article_categories')
    .select(['id', 'merged_into as mergedInto'])
    .where('authority_id', '=', scope.authorityId)
    .where((eb) => (known ? eb('id', '=', known) : eb('slug', '=', slug)))
    .executeTakeFirstOrThrow()
  await claimAddress(trx, scope, slug, id)
  return trx
    .selectFrom('article_categories')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', mergedInto ?? id)
    .executeTakeFirstOrThrow()
}
