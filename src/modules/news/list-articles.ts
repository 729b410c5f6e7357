import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import type { ArticleHead, ArticleKind, ArticleStatus } from './article.ts'
import { headColumns } from './article-repository.ts'
import './news.table.ts'

export interface NewsFilter {
  /** Of any of these: a category with what is below it. */
  categoryIds?: readonly string[] | undefined
  /** Address of a tag. */
  tag?: string | undefined
}

const isInstant = (part: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(part) && !Number.isNaN(Date.parse(part))
const checks = [isInstant, isUuid]

/** What readers see, newest first. */
export async function listPublished(
  db: Db,
  scope: Scope,
  { categoryIds, tag }: NewsFilter,
  after: string | null,
  limit: number,
): Promise<Page<ArticleHead>> {
  // Each category is walked by its own index; the newest of all of them are the newest of the whole.
  const lists = await Promise.all(
    (categoryIds ?? [undefined]).map((categoryId) => newest(db, scope, { categoryId, tag }, after, limit + 1)),
  )
  const rows = lists.length === 1 ? lists[0]! : lists.flat().toSorted(newestFirst)
  return pageOf(rows, limit, ({ publishedAt, id }) => [publishedAt!.toISOString(), id])
}

const newestFirst = (a: ArticleHead, b: ArticleHead) => b.publishedAt!.getTime() - a.publishedAt!.getTime() || (a.id < b.id ? 1 : -1)

function newest(
  db: Db,
  scope: Scope,
  { categoryId, tag }: { categoryId: string | undefined; tag: string | undefined },
  after: string | null,
  rows: number,
): Promise<ArticleHead[]> {
  let query = db
    .selectFrom('articles')
    .select(headColumns)
    .where('articles.authority_id', '=', scope.authorityId)
    .where('kind', '=', 'article')
    .where('status', '=', 'published')
  if (categoryId) query = query.where('category_id', '=', categoryId)
  if (tag)
    query = query.where('id', 'in', (eb) =>
      eb
        .selectFrom('article_tags')
        .select('article_id')
        .where('authority_id', '=', scope.authorityId)
        .where('slug', '=', tag)
        .where('article_tags.published_at', 'is not', null),
    )
  if (after) {
    const [at, id] = decodeCursor(after, checks)
    query = query.where(sql<boolean>`(articles.published_at, id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  return query.orderBy('articles.published_at', 'desc').orderBy('id', 'desc').limit(rows).execute()
}

/** The newest for other pages: the front page, a poll's neighbour. */
export async function latestArticles(db: Db, scope: Scope, limit: number): Promise<ArticleHead[]> {
  return (await listPublished(db, scope, {}, null, limit)).items
}

/** Editors' list, what was changed last first; of one kind and status or of all. */
export async function listForOffice(
  db: Db,
  scope: Scope,
  { kind, status }: { kind?: ArticleKind | undefined; status?: ArticleStatus | undefined },
  after: string | null,
  limit: number,
): Promise<Page<ArticleHead>> {
  let query = db.selectFrom('articles').select(headColumns).where('authority_id', '=', scope.authorityId)
  if (kind) query = query.where('kind', '=', kind)
  if (status) query = query.where('status', '=', status)
  if (after) {
    const [at, id] = decodeCursor(after, checks)
    query = query.where(sql<boolean>`(updated_at, id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ updatedAt, id }) => [updatedAt.toISOString(), id])
}

/** More pages than this no office has; a menu could not offer them. */
const MOST_PAGES = 500

/** The office's own pages that readers see, by address. */
export function listPages(db: Db, scope: Scope): Promise<ArticleHead[]> {
  return db
    .selectFrom('articles')
    .select(headColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('kind', '=', 'page')
    .where('status', '=', 'published')
    .orderBy('slug')
    .limit(MOST_PAGES)
    .execute()
}

export interface Neighbours {
  /** Of the same tags, else of the same category; newest first. */
  related: ArticleHead[]
  newer: ArticleHead[]
  older: ArticleHead[]
}

/** What stands below an article. */
export async function listNeighbours(db: Db, scope: Scope, article: ArticleHead, limit: number): Promise<Neighbours> {
  const others = () =>
    db
      .selectFrom('articles')
      .select(headColumns)
      .where('articles.authority_id', '=', scope.authorityId)
      .where('kind', '=', 'article')
      .where('status', '=', 'published')
      .where('id', '!=', article.id)
  const here = sql`(${article.publishedAt}::timestamptz, ${article.id}::uuid)`
  const [related, newer, older] = await Promise.all([
    others()
      .where((eb) =>
        eb.or([
          eb('id', 'in', (tagged) =>
            tagged
              .selectFrom('article_tags as theirs')
              .innerJoin('article_tags as ours', (join) =>
                join
                  .onRef('ours.authority_id', '=', 'theirs.authority_id')
                  .onRef('ours.slug', '=', 'theirs.slug')
                  .on('ours.article_id', '=', article.id),
              )
              .select('theirs.article_id')
              .where('theirs.authority_id', '=', scope.authorityId)
              .where('theirs.published_at', 'is not', null),
          ),
          ...(article.categoryId ? [eb('category_id', '=', article.categoryId)] : []),
        ]),
      )
      .orderBy('published_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute(),
    others().where(sql<boolean>`(published_at, id) > ${here}`).orderBy('published_at').orderBy('id').limit(limit).execute(),
    others().where(sql<boolean>`(published_at, id) < ${here}`).orderBy('published_at', 'desc').orderBy('id', 'desc').limit(limit).execute(),
  ])
  return { related, newer: newer.toReversed(), older }
}

/** A tag as it is written on the newest article; undefined when readers see none with it. */
export async function findTagName(db: Db, scope: Scope, slug: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('article_tags')
    .select('name')
    .where('authority_id', '=', scope.authorityId)
    .where('slug', '=', slug)
    .where('published_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.name
}
