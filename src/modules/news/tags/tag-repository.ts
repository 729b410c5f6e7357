import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import { slugOf } from '../slug.ts'
import '../news.table.ts'

/** A tag of articles in any state. */
export interface UsedTag {
  slug: string
  /** As it is written on the article that was begun last. */
  name: string
  /** Articles in any state that carry it, counted up to `MOST_COUNTED`. */
  articles: number
}

export const MOST_COUNTED = 1_000

/** Tags in the order of their addresses. */
export async function listTags(db: Db, scope: Scope, after: string | null, limit: number): Promise<Page<UsedTag>> {
  const [from] = after === null ? [''] : decodeCursor(after, [(part) => part.length <= 400])
  // One step through the index for each tag, however many articles carry it.
  const { rows } = await sql<{ slug: string }>`
    with recursive walk as (
      (select slug from article_tags where authority_id = ${scope.authorityId} and slug > ${from!} order by slug limit 1)
      union all
      select (select slug from article_tags where authority_id = ${scope.authorityId} and slug > walk.slug order by slug limit 1)
      from walk where walk.slug is not null
    )
    select slug from walk where slug is not null limit ${limit + 1}`.execute(db)
  const tags = await Promise.all(rows.map(({ slug }) => findTag(db, scope, slug)))
  return pageOf(
    tags.flatMap((tag) => tag ?? []),
    limit,
    ({ slug }) => [slug],
  )
}

export async function findTag(db: Db, scope: Scope, slug: string): Promise<UsedTag | undefined> {
  const of = db.selectFrom('article_tags').where('authority_id', '=', scope.authorityId).where('slug', '=', slug)
  const newest = await of.select('name').orderBy('article_id', 'desc').limit(1).executeTakeFirst()
  if (!newest) return undefined
  const { n } = await db
    .selectFrom(of.select('article_id').limit(MOST_COUNTED).as('some'))
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return { slug, name: newest.name, articles: Number(n) }
}

/** Where a tag of before went. */
export async function findTagMove(db: Db, scope: Scope, slug: string): Promise<{ slug: string; name: string } | undefined> {
  return db
    .selectFrom('article_tag_moves')
    .select(['into_slug as slug', 'into_name as name'])
    .where('authority_id', '=', scope.authorityId)
    .where('slug', '=', slug)
    .executeTakeFirst()
}

/** Second half of the lock's name is the authority. */
const TAG_LOCK = 720_329

/** Held by whoever moves tags; who saves an article holds it together with others, and moves wait. */
export async function holdTags(trx: Trx, scope: Scope, how: 'shared' | 'alone'): Promise<void> {
  const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')
  await sql`select ${lock}(${TAG_LOCK}, ${scope.authorityId})`.execute(trx)
}

/** Tags as they are called now: what was renamed or merged gets its present name, and the same tag twice is one. */
export async function presentTags(trx: Trx, scope: Scope, tags: readonly string[]): Promise<string[]> {
  if (tags.length === 0) return []
  await holdTags(trx, scope, 'shared')
  const moves = await trx
    .selectFrom('article_tag_moves')
    .select(['slug', 'into_slug', 'into_name'])
    .where('authority_id', '=', scope.authorityId)
    .where('slug', 'in', tags.map(slugOf))
    .execute()
  const moved = new Map(moves.map(({ slug, into_name }) => [slug, into_name]))
  const present = tags.map((tag) => moved.get(slugOf(tag)) ?? tag)
  return [...new Map(present.map((tag) => [slugOf(tag), tag])).values()]
}
