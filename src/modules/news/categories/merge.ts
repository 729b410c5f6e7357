import type { Trx } from '../../../platform/database.ts'
import { parseInput, refuseInput } from '../../../platform/http/input.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import type { Actor, Scope } from '../../accounts/index.ts'
import { recountMany } from '../../tallies/index.ts'
import type { Category } from '../article.ts'
import { countsFor } from '../rules.ts'
import { type ChangeOptions, changing, getCategory, lockCategories, record, requireLive } from './change.ts'
import { labels, MergeInput } from './input.ts'

/**
 * Everything of one category goes to another: articles in every state, what is below it, its addresses. The row stays, since
 * editions of before name it; the texts themselves are not touched.
 * @returns the category into which it went
 * @throws NotFound · DomainError category_merged, category_changed, category_too_deep 409 · InvalidInput 422
 */
export async function mergeCategories(options: ChangeOptions, scope: Scope, actor: Actor, id: string, raw: unknown): Promise<Category> {
  requireLive(await getCategory(options.db, scope, id))
  const { version, into } = parseInput(MergeInput, raw, labels)
  return changing(options, async (trx) => {
    const all = await lockCategories(trx, scope)
    await lockArticlesOf(trx, scope, id)
    const before = all.find((category) => category.id === id)
    const target = all.find((category) => category.id === into)
    if (!before) throw new NotFound()
    requireLive(before)
    if (before.version !== version) throw new DomainError('category_changed', 409)
    if (!target || target.mergedInto || target.id === id) refuseInput([{ field: 'into', code: 'unknown_reference' }], labels)
    if (target!.parentId && all.some(({ parentId }) => parentId === id)) throw new DomainError('category_too_deep', 409)
    const articles = await moveAll(trx, scope, id, into)
    await record(trx, scope, actor, 'category.merged', id, { into, articles }, options.now())
    await record(trx, scope, actor, 'category.absorbed', into, { from: id, articles }, options.now())
    return getCategory(trx, scope, into)
  })
}

/** Before its category is closed to savers, as acts do it: whoever saves holds the article first, then the category. */
async function lockArticlesOf(trx: Trx, scope: Scope, id: string): Promise<void> {
  await trx
    .selectFrom('articles')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('category_id', '=', id)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** @returns how many articles went */
async function moveAll(trx: Trx, scope: Scope, id: string, into: string): Promise<number> {
  const of = trx.updateTable('article_categories').where('authority_id', '=', scope.authorityId)
  // Whoever is just saving an article into it is waited for; whoever comes later finds where it went.
  await trx
    .selectFrom('article_categories')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const moved = await trx
    .updateTable('articles')
    .set({ category_id: into })
    .where('authority_id', '=', scope.authorityId)
    .where('category_id', '=', id)
    .returning(['kind', 'status', 'published_at as publishedAt'])
    .execute()
  await of.set({ parent_id: into }).where('parent_id', '=', id).execute()
  await of.set({ merged_into: into }).where('merged_into', '=', id).execute()
  await of
    .set((eb) => ({ merged_into: into, parent_id: null, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  const countsIn = (categoryId: string) => moved.flatMap((article) => countsFor({ ...article, categoryId }))
  await recountMany(trx, scope, countsIn(id), countsIn(into))
  return moved.length
}
