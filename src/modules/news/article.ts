import type { ArticleDocument } from './document.ts'

export const articleStatuses = ['draft', 'inReview', 'scheduled', 'published', 'withdrawn'] as const
export type ArticleStatus = (typeof articleStatuses)[number]

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
}

/** An article in a list: without its body. */
export type ArticleHead = Omit<Article, 'body'>

/** A room of the news. */
export interface Category {
  id: string
  slug: string
  name: string
  sort: number
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
