import type { Trx } from '../../platform/database.ts'
import { refuseInput } from '../../platform/http/input.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import type { ActContext } from '../lifecycle/index.ts'
import { type Article, type ArticleContent, contentOf } from './article.ts'
import { findEdition, insertEdition } from './article-repository.ts'
import { holdCategory } from './category-repository.ts'
import { mergeContent } from './diff/merge.ts'
import { forgetDraft } from './draft-repository.ts'
import { labels } from './fields.ts'
import { slugOf } from './slug.ts'
import { releaseSlug, saveTags, takeSlug } from './slug-repository.ts'
import { presentTags } from './tags/tag-repository.ts'

type Set = ArticleContent & Pick<Article, 'edition' | 'slug' | 'editedBy' | 'updatedAt'>

/**
 * Writes what an editor typed as the next edition. Where somebody else saved meanwhile, both are merged when they changed
 * different parts, else refused: nobody's words are overwritten.
 * @throws DomainError article_conflict 409
 */
export async function keepEdition(context: ActContext<Article, unknown>, input: ArticleContent & { edition: number }): Promise<Set> {
  const { trx, scope, matter, actor, now } = context
  if (matter.kind === 'page') requirePlain(input)
  const typed = input.edition === matter.edition ? contentOf(input) : await mergedWithOthers(context, input)
  const [categoryId, tags] = [await categoryFor(trx, scope, typed.categoryId), await presentTags(trx, scope, typed.tags)]
  const content = { ...typed, categoryId, tags }
  const edition = matter.edition + 1
  const slug = await addressFor(context, content.title)
  await insertEdition(trx, scope, matter.id, { ...content, edition, savedBy: actor!.personId, savedAt: now })
  await saveTags(trx, scope, { ...matter, tags: content.tags }, false)
  await forgetDraft(trx, scope, matter.id, actor!.personId)
  return { ...content, edition, slug, editedBy: actor!.personId, updatedAt: now }
}

/** The category that is wanted, or where it went meanwhile. @throws InvalidInput 422 */
export async function categoryFor(trx: Trx, scope: Scope, wanted: string | null): Promise<string | null> {
  const held = wanted && (await holdCategory(trx, scope, wanted))
  if (wanted && !held) refuseInput([{ field: 'categoryId', code: 'unknown_reference' }], labels)
  return held ?? null
}

/** A page has none of what makes an article news: whoever sends it has mistaken the one for the other. */
export function requirePlain({ categoryId, tags = [], author, source }: Partial<ArticleContent>): void {
  const given = { categoryId, tags: tags.length > 0 || null, author, source }
  const wrong = Object.entries(given).filter(([, value]) => value)
  if (wrong.length > 0)
    refuseInput(
      wrong.map(([field]) => ({ field, code: 'not_of_pages' })),
      labels,
    )
}

async function mergedWithOthers(
  { trx, scope, matter }: ActContext<Article, unknown>,
  input: ArticleContent & { edition: number },
): Promise<ArticleContent> {
  const base = await findEdition(trx, scope, matter.id, input.edition)
  if (!base) return refuseInput([{ field: 'edition', code: 'unknown_reference' }], labels)
  const merged = mergeContent(contentOf(base), contentOf(input), contentOf(matter))
  if (!merged) throw new DomainError('article_conflict', 409, { edition: matter.edition })
  return merged
}

/** A new title is a new address; the old one leads on if anybody can have seen it. */
async function addressFor({ trx, scope, matter }: ActContext<Article, unknown>, title: string): Promise<string> {
  if (slugOf(title) === slugOf(matter.title)) return matter.slug
  const slug = await takeSlug(trx, scope, matter, title)
  if (!matter.publishedAt && slug !== matter.slug) await releaseSlug(trx, scope, matter, matter.slug)
  return slug
}
