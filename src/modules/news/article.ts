import type { ArticleDocument } from './document.ts'

export const articleStatuses = ['draft', 'inReview', 'scheduled', 'published', 'withdrawn'] as const
export type ArticleStatus = (typeof articleStatuses)[number]

/** News, or a page of the office's own that stands in no list ("Giới thiệu"). */
export const articleKinds = ['article', 'page'] as const
export type ArticleKind = (typeof articleKinds)[number]

/** What an editor writes; each saved state of it is an edition. */
export interface ArticleContent {
  title: string
  lead: string | null
  body: ArticleDocument
  categoryId: string | null
  /** As written; the address of a tag is its `slugOf`. */
  tags: readonly string[]
  /** "Tác giả" and "Nguồn", as readers see them. */
  author: string | null
  source: string | null
}

export interface Article extends ArticleContent {
  id: string
  kind: ArticleKind
  slug: string
  status: ArticleStatus
  version: number
  /** Number of the newest edition. */
  edition: number
  /** Readers may rate it; what was rated before stays when it is switched off. */
  ratingsOn: boolean
  /** When readers first saw it. */
  publishedAt: Date | null
  /** When it will be published by itself. */
  scheduledAt: Date | null
  updatedAt: Date
  createdAt: Date
  /** Who saved the newest edition. */
  editedBy: string
  /** Whoever wrote it may not show it to readers: as the office has set it now. */
  fourEyes: boolean
}

/** An article in a list: without its text and the office's rule. */
export type ArticleHead = Omit<Article, 'body' | 'fourEyes'>

/** A room of the news. */
export interface Category {
  id: string
  slug: string
  name: string
  sort: number
  /** Null: of the first level. */
  parentId: string | null
  /** Offered to no reader; its articles stay readable. */
  hidden: boolean
  /** Where its articles and addresses went; null: it is in use. */
  mergedInto: string | null
  version: number
}

/** One saved state of the text. */
export interface Edition extends ArticleContent {
  edition: number
  savedBy: string
  savedAt: Date
}

/** The reference by which other modules name an article. */
export function matterOf(article: { id: string }) {
  return { type: 'article', id: article.id }
}

export function contentOf({ title, lead, body, categoryId, tags, author, source }: ArticleContent): ArticleContent {
  return { title, lead, body, categoryId, tags, author, source }
}
