import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Article, ArticleContent, ArticleKind, Edition } from './article.ts'
import './news.table.ts'

export const headColumns = [
  'id',
  'kind',
  'slug',
  'status',
  'version',
  'edition',
  'title',
  'lead',
  'category_id as categoryId',
  'tags',
  'author',
  'source',
  'ratings_on as ratingsOn',
  'published_at as publishedAt',
  'scheduled_at as scheduledAt',
  'updated_at as updatedAt',
  'created_at as createdAt',
  'edited_by as editedBy',
] as const

const columns = [...headColumns, 'body'] as const

/** The office's rule, read with the article: who may show it depends on both. */
const fourEyesOf = ({ authorityId }: Scope) =>
  sql<boolean>`coalesce((select four_eyes from newsroom_settings where authority_id = ${authorityId}), false)`.as('fourEyes')

/** Column of each fact that an act may change. */
const columnOf = {
  slug: 'slug',
  status: 'status',
  version: 'version',
  edition: 'edition',
  title: 'title',
  lead: 'lead',
  body: 'body',
  categoryId: 'category_id',
  tags: 'tags',
  author: 'author',
  source: 'source',
  ratingsOn: 'ratings_on',
  publishedAt: 'published_at',
  scheduledAt: 'scheduled_at',
  updatedAt: 'updated_at',
  editedBy: 'edited_by',
} as const satisfies Partial<Record<keyof Article, string>>

export function findArticle(db: Db, scope: Scope, id: string): Promise<Article | undefined> {
  return db
    .selectFrom('articles')
    .select(columns)
    .select(fourEyesOf(scope))
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function findBySlug(db: Db, scope: Scope, kind: ArticleKind, slug: string): Promise<Article | undefined> {
  return db
    .selectFrom('articles')
    .select(columns)
    .select(fourEyesOf(scope))
    .where('authority_id', '=', scope.authorityId)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .executeTakeFirst()
}

export function lockArticle(trx: Trx, scope: Scope, id: string): Promise<Article | undefined> {
  return trx
    .selectFrom('articles')
    .select(columns)
    .select(fourEyesOf(scope))
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertArticle(trx: Trx, scope: Scope, article: Article): Promise<void> {
  await trx
    .insertInto('articles')
    .values({
      authority_id: scope.authorityId,
      id: article.id,
      kind: article.kind,
      slug: article.slug,
      status: article.status,
      version: article.version,
      edition: article.edition,
      ...contentColumns(article),
      ratings_on: article.ratingsOn,
      published_at: article.publishedAt,
      scheduled_at: article.scheduledAt,
      updated_at: article.updatedAt,
      created_at: article.createdAt,
      edited_by: article.editedBy,
    })
    .execute()
}

export async function saveArticle(trx: Trx, scope: Scope, article: Article, set: Partial<Article>): Promise<Article> {
  const changed = Object.fromEntries(
    Object.entries(set).map(([fact, value]) => [
      columnOf[fact as keyof typeof columnOf],
      fact === 'body' ? JSON.stringify(value) : fact === 'tags' ? [...(value as string[])] : value,
    ]),
  )
  await trx.updateTable('articles').set(changed).where('authority_id', '=', scope.authorityId).where('id', '=', article.id).execute()
  return { ...article, ...set }
}

const editionColumns = [
  'edition',
  'title',
  'lead',
  'body',
  'category_id as categoryId',
  'tags',
  'author',
  'source',
  'saved_by as savedBy',
  'saved_at as savedAt',
] as const

export async function insertEdition(trx: Trx, scope: Scope, articleId: string, edition: Edition): Promise<void> {
  await trx
    .insertInto('article_versions')
    .values({
      authority_id: scope.authorityId,
      article_id: articleId,
      edition: edition.edition,
      ...contentColumns(edition),
      saved_by: edition.savedBy,
      saved_at: edition.savedAt,
    })
    .execute()
}

export function findEdition(db: Db, scope: Scope, articleId: string, edition: number): Promise<Edition | undefined> {
  return db
    .selectFrom('article_versions')
    .select(editionColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('article_id', '=', articleId)
    .where('edition', '=', edition)
    .executeTakeFirst()
}

/** Newest first, without the texts. */
export function listEditions(
  db: Db,
  scope: Scope,
  articleId: string,
  limit: number,
): Promise<Pick<Edition, 'edition' | 'title' | 'savedBy' | 'savedAt'>[]> {
  return db
    .selectFrom('article_versions')
    .select(['edition', 'title', 'saved_by as savedBy', 'saved_at as savedAt'])
    .where('authority_id', '=', scope.authorityId)
    .where('article_id', '=', articleId)
    .orderBy('edition', 'desc')
    .limit(limit)
    .execute()
}

function contentColumns({ title, lead, body, categoryId, tags, author, source }: ArticleContent) {
  return { title, lead, body: JSON.stringify(body), category_id: categoryId, tags: [...tags], author, source }
}
