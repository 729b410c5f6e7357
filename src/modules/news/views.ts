import type { Db } from '../../platform/database.ts'
import { instantText } from '../../shared/civil-date.ts'
import { findPeople, type Scope } from '../accounts/index.ts'
import { type Entry, listHistory } from '../history/index.ts'
import { barredActs } from '../lifecycle/index.ts'
import { type Article, type ArticleHead, type Category, type Edition, matterOf } from './article.ts'
import { listEditions } from './article-repository.ts'
import { listCategories } from './category-repository.ts'
import { shownCategories } from './category-tree.ts'
import { type ArticleAct, type ArticleRole, lifecycle } from './lifecycle.ts'
import { listNeighbours, type Neighbours } from './list-articles.ts'
import type { Counted } from './pages/article-parts.tsx'
import { actsNow } from './rules.ts'
import type { ArticleSlots, RatingTotals } from './slots.ts'
import { slugOf } from './slug.ts'

const NEIGHBOURS = 5
const EDITIONS = 50

/** An article as every reader sees it. */
export interface PublicView {
  article: Article
  category: Category | undefined
  /** The one above its category. */
  above: Category | undefined
  neighbours: Neighbours
  /** Publication, corrections, withdrawal. */
  history: Entry[]
}

export async function viewForReaders(db: Db, scope: Scope, article: Article): Promise<PublicView> {
  const [all, neighbours, history] = await Promise.all([
    listCategories(db, scope),
    listNeighbours(db, scope, article, NEIGHBOURS),
    listHistory(db, scope, matterOf(article), ['public']),
  ])
  const categories = shownCategories(all)
  const category = categories.find(({ id }) => id === article.categoryId)
  const above = categories.find(({ id }) => id === category?.parentId)
  return { article, category, above, neighbours, history }
}

/** The same for the office. */
export interface OfficeView {
  article: Article
  categories: readonly Category[]
  history: Entry[]
  editions: Pick<Edition, 'edition' | 'title' | 'savedBy' | 'savedAt'>[]
  /** Names of those who saved and acted. */
  people: ReadonlyMap<string, string>
  acts: ArticleAct[]
  /** What a rule keeps from this person, with its code. */
  barred: { act: ArticleAct; code: string }[]
}

export async function viewForOffice(db: Db, scope: Scope, article: Article, roles: ReadonlySet<ArticleRole>): Promise<OfficeView> {
  const [categories, history, editions] = await Promise.all([
    listCategories(db, scope),
    listHistory(db, scope, matterOf(article), ['public', 'internal']),
    listEditions(db, scope, article.id, EDITIONS),
  ])
  const ids = [...history.map((entry) => entry.actorId), ...editions.map((edition) => edition.savedBy)].filter((id) => id !== null)
  const people = await findPeople(db, [...new Set(ids)])
  const [acts, barred] = [actsNow(article, roles), barredActs(lifecycle, article, roles)]
  return { article, categories, history, editions, people, acts, barred }
}

/** Views and comments of these articles, where somebody counts them. */
export async function countsOfArticles(
  slots: ArticleSlots | undefined,
  scope: Scope,
  articles: readonly Pick<ArticleHead, 'id'>[],
): Promise<Map<string, Counted>> {
  const ids = articles.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const [views, comments] = await Promise.all([slots?.views?.(scope, ids), slots?.commentCounts?.(scope, ids)])
  return new Map(
    ids.map((id): [string, Counted] => [id, { views: views && (views.get(id) ?? 0), comments: comments && (comments.get(id) ?? 0) }]),
  )
}

/** Facts of an article in a list of the API. */
export function headJson(article: ArticleHead, categories: readonly Category[]) {
  const category = categories.find(({ id }) => id === article.categoryId)
  return {
    slug: article.slug,
    title: article.title,
    lead: article.lead,
    category: category ? { slug: category.slug, name: category.name } : null,
    tags: article.tags.map((name) => ({ slug: slugOf(name), name })),
    author: article.author,
    source: article.source,
    publishedAt: article.publishedAt && instantText(article.publishedAt),
    updatedAt: instantText(article.updatedAt),
  }
}

/** The whole article for readers. */
export function articleJson({ article, category, history }: PublicView, ratings: RatingTotals | undefined) {
  return {
    ...headJson(article, category ? [category] : []),
    body: article.body,
    ratings: ratings && { ...ratings, open: article.ratingsOn },
    history: historyJson(history),
  }
}

/** What happened before readers' eyes. */
export function historyJson(history: readonly Entry[]) {
  return history.map(({ type, at, words }) => ({ type, at: instantText(at), reason: words['reason'] }))
}

/** Facts of a page of the office. */
export function pageJson({ slug, title, lead, publishedAt, updatedAt }: ArticleHead) {
  return { slug, title, lead, publishedAt: publishedAt && instantText(publishedAt), updatedAt: instantText(updatedAt) }
}

/** What the office sees beside it. */
export function officeJson(article: Omit<Article, 'fourEyes'>, categories: readonly Category[]) {
  return {
    id: article.id,
    kind: article.kind,
    status: article.status,
    version: article.version,
    edition: article.edition,
    scheduledAt: article.scheduledAt && instantText(article.scheduledAt),
    ratingsOn: article.ratingsOn,
    ...headJson(article, categories),
    categoryId: article.categoryId,
    body: article.body,
  }
}
