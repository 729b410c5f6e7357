import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Article } from './article.ts'
import { slugChoices, slugOf } from './slug.ts'
import './news.table.ts'

type Owner = Pick<Article, 'id' | 'kind'>

/** Takes the first free address for this title; an address that the article had before is free for it. */
export async function takeSlug(trx: Trx, scope: Scope, { id, kind }: Owner, title: string): Promise<string> {
  for (const slug of slugChoices(title, id)) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('article_slugs')
      .values({ authority_id: scope.authorityId, kind, slug, article_id: id })
      .onConflict((conflict) => conflict.columns(['authority_id', 'kind', 'slug']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows || (await ownerOf(trx, scope, kind, slug)) === id) return slug
  }
  throw new Error(`No address is free for article ${id}: its own id is in use by another one.`)
}

/** Gives an address back: of a draft that nobody could have linked to. */
export async function releaseSlug(trx: Trx, scope: Scope, { id, kind }: Owner, slug: string): Promise<void> {
  await trx
    .deleteFrom('article_slugs')
    .where('authority_id', '=', scope.authorityId)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .where('article_id', '=', id)
    .execute()
}

/** The article that an address of now or of earlier belongs to. */
export async function ownerOf(db: Db, scope: Scope, kind: Article['kind'], slug: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('article_slugs')
    .select('article_id')
    .where('authority_id', '=', scope.authorityId)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.article_id
}

/** Tags of an article; told to readers only with the instant of its publication. */
export async function saveTags(
  trx: Trx,
  scope: Scope,
  article: { id: string; tags: readonly string[]; publishedAt: Date | null },
  isPublic: boolean,
): Promise<void> {
  await trx.deleteFrom('article_tags').where('authority_id', '=', scope.authorityId).where('article_id', '=', article.id).execute()
  if (article.tags.length === 0) return
  await trx
    .insertInto('article_tags')
    .values(
      article.tags.map((name) => ({
        authority_id: scope.authorityId,
        article_id: article.id,
        slug: slugOf(name),
        name,
        published_at: isPublic ? article.publishedAt : null,
      })),
    )
    .execute()
}
