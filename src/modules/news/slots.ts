import type { ComponentChildren } from 'preact'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import type { ArticleHead } from './article.ts'

/** What a slot is told. The page is kept and the same for everybody: nothing of one visitor may stand in it. */
export interface SlotContext {
  lang: Lang
  scope: Scope
  article: Pick<ArticleHead, 'id' | 'slug' | 'title'>
}

type Counts = (scope: Scope, ids: readonly string[]) => Promise<ReadonlyMap<string, number>>
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
  /** Further tags of the article's page: what changes in a slot drops these. */
  tags?: (id: string) => readonly string[]
  /** "Ý kiến bạn đọc", below the article. */
  comments?: Section
}
