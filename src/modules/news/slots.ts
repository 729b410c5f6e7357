import type { ComponentChildren } from 'preact'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import type { ArticleHead } from './article.ts'

/** What a slot is told. The page is kept and the same for everybody: nothing of one visitor may stand in it. */
export interface SlotContext {
  lang: Lang
  scope: Scope
  article: Pick<ArticleHead, 'id' | 'slug' | 'title' | 'ratingsOn'>
}

type Counts = (scope: Scope, ids: readonly string[]) => Promise<ReadonlyMap<string, number>>
/** Points and number of ratings, as "X trong Y đánh giá" tells them. */
export interface RatingTotals {
  sum: number
  count: number
  /** Stars a rating; null while there is none. */
  average: number | null
}

type Section = (context: SlotContext) => Promise<ComponentChildren>

/**
 * Places on the pages of the news that other features fill; app.ts hands them in, an empty one shows nothing.
 * A feature whose number or section changed drops the tag `article:{id}` (its page) or `news` (the lists).
 */
export interface ArticleSlots {
  /** Views by article. */
  views?: Counts
  /** Comments that are shown, by article. */
  commentCounts?: Counts
  /** "Tổng số điểm của bài viết" and the way to rate. */
  ratings?: Section
  /** What was rated, for programs and search engines. */
  ratingTotals?: (scope: Scope, id: string) => Promise<RatingTotals>
  /** The same for the desk, with what the start is made of. */
  ratingsDesk?: Section
  /** The poll that is on, below the comments; the page is kept a day at most. */
  poll?: (context: Pick<SlotContext, 'lang' | 'scope'>) => Promise<ComponentChildren>
  /** Further tags of the article's page: what changes in a slot drops these. */
  tags?: (id: string) => readonly string[]
  /** "Ý kiến bạn đọc", below the article. */
  comments?: Section
}
