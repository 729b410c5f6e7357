import type { Lang } from '../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface RatingsText {
  errors: Record<'article_withdrawn' | 'ratings_closed' | 'rated_with_account', string>
  fields: Record<string, string>
  /** "Tổng số điểm của bài viết là: X trong Y đánh giá" */
  total: (sum: string, count: string) => string
  average: (stars: string, most: string) => string
  /** Asks for a rating. */
  ask: string
  stars: (n: string) => string
  submit: string
  change: string
  /** The way to one's own rating. */
  ownLink: string
  closed: string
  page: {
    title: (article: string) => string
    back: string
    recorded: (stars: string) => string
    own: (stars: string) => string
    none: string
    takenBack: string
    takeBack: string
    /** What is kept, and what not. */
    privacy: string
  }
  desk: {
    title: string
    total: string
    average: string
    start: string
    startValue: (sum: string, count: string) => string
    none: string
    head: readonly [string, string]
    caption: string
    data: string
  }
  dataset: { title: string; about: string; fields: Record<'article' | 'title' | 'sum' | 'count' | 'average', string> }
}

export const text: Record<Lang, RatingsText> = { vi, en }
