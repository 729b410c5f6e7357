import { z } from 'zod'
import type { Trx } from '../../../platform/database.ts'
import { parseInput, refuseInput } from '../../../platform/http/input.ts'
import { NotFound } from '../../../shared/errors.ts'
import { requiredText } from '../../../shared/fields.ts'
import type { Actor, Scope } from '../../accounts/index.ts'
import { audit } from '../../history/index.ts'
import { findArticle } from '../article-repository.ts'
import type { ChangeOptions } from '../categories/change.ts'
import { keepInIndex } from '../search-index.ts'
import { slugOf } from '../slug.ts'
import { findTag, findTagMove, holdTags, type UsedTag } from './tag-repository.ts'
import { labels } from './text.ts'

export const TAG_MAX = 60
const name = requiredText({ max: TAG_MAX, singleLine: true }).refine((text) => !text.includes(','), { params: { code: 'invalid_value' } })
export const RenameInput = z.strictObject({ name })
export const MergeTagInput = z.strictObject({ into: name })

/** A tag gets another name on every article. @throws NotFound · InvalidInput 422 `taken` where another tag has or had that name */
export function renameTag(options: ChangeOptions, scope: Scope, actor: Actor, slug: string, raw: unknown): Promise<UsedTag> {
  return changing(options, scope, slug, async (trx) => {
    const input = parseInput(RenameInput, raw, labels)
    const to = { slug: slugOf(input.name), name: input.name }
    const led = await findTagMove(trx, scope, to.slug)
    if (to.slug !== slug && ((await findTag(trx, scope, to.slug)) || (led && led.slug !== slug)))
      refuseInput([{ field: 'name', code: 'taken' }], labels)
    const articles = await move(trx, scope, slug, to, options.now())
    await audit(trx, scope, actor, 'tag.renamed', null, { slug, into: to.slug, articles })
    return to.slug
  })
}

/** Every article of one tag carries another one that is in use. @throws NotFound · InvalidInput 422 */
export function mergeTag(options: ChangeOptions, scope: Scope, actor: Actor, slug: string, raw: unknown): Promise<UsedTag> {
  return changing(options, scope, slug, async (trx) => {
    const { into } = parseInput(MergeTagInput, raw, labels)
    const target = await findTag(trx, scope, slugOf(into))
    if (!target || target.slug === slug) return refuseInput([{ field: 'into', code: 'unknown_reference' }], labels)
    const articles = await move(trx, scope, slug, { slug: target.slug, name: target.name }, options.now())
    await audit(trx, scope, actor, 'tag.merged', null, { slug, into: target.slug, articles })
    return target.slug
  })
}

async function changing(
  { db, dropPages }: ChangeOptions,
  scope: Scope,
  slug: string,
  run: (trx: Trx) => Promise<string>,
): Promise<UsedTag> {
  const tag = await db.transaction().execute(async (trx) => {
    // As acts do it: the articles first, then the tags.
    await lockArticlesOf(trx, scope, slug)
    await holdTags(trx, scope, 'alone')
    if (!(await findTag(trx, scope, slug))) throw new NotFound()
    return (await findTag(trx, scope, await run(trx)))!
  })
  // The lists, and every article's page: it carries the first of these too.
  dropPages(['news', 'home'])
  return tag
}

async function lockArticlesOf(trx: Trx, scope: Scope, slug: string): Promise<void> {
  await trx
    .selectFrom('articles')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('id', 'in', (eb) =>
      eb.selectFrom('article_tags').select('article_id').where('authority_id', '=', scope.authorityId).where('slug', '=', slug),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** @returns how many articles carried it; saved editions keep the name of before */
async function move(trx: Trx, scope: Scope, from: string, to: { slug: string; name: string }, at: Date): Promise<number> {
  const articles = await trx
    .selectFrom('article_tags')
    .innerJoin('articles', (join) =>
      join.onRef('articles.authority_id', '=', 'article_tags.authority_id').onRef('articles.id', '=', 'article_id'),
    )
    .select(['id', 'tags', 'article_tags.published_at'])
    .where('article_tags.authority_id', '=', scope.authorityId)
    .where('article_tags.slug', '=', from)
    .execute()
  for (const { id, tags, published_at } of articles) {
    const renamed = tags.map((tag) => (slugOf(tag) === from ? to.name : tag))
    const present = [...new Map(renamed.map((tag) => [slugOf(tag), tag])).values()]
    await trx.updateTable('articles').set({ tags: present }).where('authority_id', '=', scope.authorityId).where('id', '=', id).execute()
    await trx
      .deleteFrom('article_tags')
      .where('authority_id', '=', scope.authorityId)
      .where('article_id', '=', id)
      .where('slug', '=', from)
      .execute()
    await trx
      .insertInto('article_tags')
      .values({ authority_id: scope.authorityId, article_id: id, ...to, published_at })
      .onConflict((conflict) => conflict.columns(['authority_id', 'article_id', 'slug']).doNothing())
      .execute()
    await keepInIndex(trx, scope, (await findArticle(trx, scope, id))!, 'revise')
  }
  if (from !== to.slug) await leadOn(trx, scope, from, to, at)
  return articles.length
}

/** The old address, and all that led to it, lead to the new one; that itself leads nowhere any more. */
async function leadOn(trx: Trx, scope: Scope, from: string, to: { slug: string; name: string }, at: Date): Promise<void> {
  const into = { into_slug: to.slug, into_name: to.name }
  const moves = 'article_tag_moves'
  await trx.deleteFrom(moves).where('authority_id', '=', scope.authorityId).where('slug', '=', to.slug).execute()
  await trx.updateTable(moves).set(into).where('authority_id', '=', scope.authorityId).where('into_slug', '=', from).execute()
  await trx
    .insertInto(moves)
    .values({ authority_id: scope.authorityId, slug: from, ...into, moved_at: at })
    .execute()
}
