import type { Db, Trx } from '../../../platform/database.ts'
import { parseInput, refuseInput } from '../../../platform/http/input.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import type { Actor, Scope } from '../../accounts/index.ts'
import { appendEntry, audit } from '../../history/index.ts'
import type { Category } from '../article.ts'
import { claimAddress, insertCategory, listCategories } from '../category-repository.ts'
import { slugChoices, slugOf } from '../slug.ts'
import { CategoryInput, labels, NewCategoryInput } from './input.ts'

export interface ChangeOptions {
  db: Db
  now: () => Date
  dropPages: (tags: readonly string[]) => void
}

/** The lists name categories, and so does each article's page, which carries this tag too. */
export const categoryTags = ['news', 'home'] as const

/** @throws InvalidInput 422 */
export function addCategory(options: ChangeOptions, scope: Scope, actor: Actor, raw: unknown): Promise<Category> {
  const input = parseInput(NewCategoryInput, raw, labels)
  return changing(options, async (trx) => {
    const all = await lockCategories(trx, scope)
    checkPlace(all, null, input)
    const id = await takeNew(trx, scope, input)
    const facts = { slug: await slugNow(trx, scope, id), parentId: input.parentId }
    await record(trx, scope, actor, 'category.added', id, facts, options.now())
    return getCategory(trx, scope, id)
  })
}

/** @throws NotFound · DomainError category_changed 409 · InvalidInput 422 */
export async function changeCategory(options: ChangeOptions, scope: Scope, actor: Actor, id: string, raw: unknown): Promise<Category> {
  requireLive(await getCategory(options.db, scope, id))
  const { version, ...input } = parseInput(CategoryInput, raw, labels)
  return changing(options, async (trx) => {
    const all = await lockCategories(trx, scope)
    const before = all.find((category) => category.id === id)
    if (!before) throw new NotFound()
    requireLive(before)
    if (before.version !== version) throw new DomainError('category_changed', 409)
    checkPlace(all, before, input)
    const slug = slugOf(input.name) === slugOf(before.name) ? before.slug : await takeAddress(trx, scope, input.name, id)
    await trx
      .updateTable('article_categories')
      .set({ name: input.name, slug, sort: input.sort, parent_id: input.parentId, hidden: input.hidden, version: version + 1 })
      .where('authority_id', '=', scope.authorityId)
      .where('id', '=', id)
      .execute()
    const facts = { slugBefore: before.slug, slug, parentId: input.parentId, hidden: input.hidden, sort: input.sort }
    await record(trx, scope, actor, 'category.changed', id, facts, options.now())
    return getCategory(trx, scope, id)
  })
}

/** @throws DomainError category_merged 409 */
export function requireLive({ mergedInto }: Category): void {
  if (mergedInto) throw new DomainError('category_merged', 409)
}

export async function changing<T>({ db, dropPages }: ChangeOptions, run: (trx: Trx) => Promise<T>): Promise<T> {
  const result = await db.transaction().execute(run)
  dropPages(categoryTags)
  return result
}

/** All categories, kept from being changed by another until the transaction ends: the two levels are a rule about several rows. */
export async function lockCategories(trx: Trx, scope: Scope): Promise<Category[]> {
  await trx
    .selectFrom('article_categories')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return listCategories(trx, scope)
}

/** One name once in one place, and no third level. */
function checkPlace(all: readonly Category[], own: Category | null, { name, parentId }: { name: string; parentId: string | null }): void {
  const live = all.filter((category) => category.mergedInto === null && category.id !== own?.id)
  const parent = live.find(({ id }) => id === parentId)
  if (parentId && !parent) refuseInput([{ field: 'parentId', code: 'unknown_reference' }], labels)
  const isParent = own !== null && live.some((category) => category.parentId === own.id)
  if (parent && (parent.parentId || isParent)) refuseInput([{ field: 'parentId', code: 'too_deep' }], labels)
  if (live.some((category) => category.parentId === parentId && slugOf(category.name) === slugOf(name)))
    refuseInput([{ field: 'name', code: 'taken' }], labels)
}

/** The first free address of that name; one that the category had before is free for it. */
async function takeAddress(trx: Trx, scope: Scope, name: string, id: string): Promise<string> {
  for (const slug of slugChoices(name, id)) if (await claimAddress(trx, scope, slug, id)) return slug
  throw new Error(`No address is free for category ${id}: its own id is in use by another one.`)
}

async function takeNew(trx: Trx, scope: Scope, input: { name: string; sort: number; parentId: string | null }): Promise<string> {
  // A name of before may still hold its address: the row is made under one that is its own alone, then gets the best that is free.
  const own = `chuyen-muc-${crypto.randomUUID()}`
  const id = await insertCategory(trx, scope, own, input)
  const slug = await takeAddress(trx, scope, input.name, id)
  await trx.updateTable('article_categories').set({ slug }).where('authority_id', '=', scope.authorityId).where('id', '=', id).execute()
  return id
}

const slugNow = async (trx: Trx, scope: Scope, id: string) => (await getCategory(trx, scope, id)).slug

export async function getCategory(db: Db, scope: Scope, id: string): Promise<Category> {
  const found = (await listCategories(db, scope)).find((category) => category.id === id)
  if (!found) throw new NotFound()
  return found
}

/** What happened to a category, for its own page and for the audit. */
export async function record(
  trx: Trx,
  scope: Scope,
  actor: Actor,
  type: string,
  id: string,
  facts: Record<string, string | number | boolean | null>,
  at: Date,
): Promise<void> {
  const matter = { type: 'articleCategory', id }
  await appendEntry(trx, scope, matter, { type, audience: 'internal', facts }, { role: 'editor', personId: actor.personId, at })
  await audit(trx, scope, actor, type, matter, facts)
}
