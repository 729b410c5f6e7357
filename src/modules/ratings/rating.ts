import type { Subject } from '../readers/index.ts'

export const FEWEST_STARS = 1
export const MOST_STARS = 5
/** From the least to the most. */
export const starChoices = [1, 2, 3, 4, 5] as const

/** "Tổng số điểm của bài viết là: X trong Y đánh giá": X points, Y ratings. */
export interface Totals {
  sum: number
  count: number
}

export const noRatings: Totals = { sum: 0, count: 0 }

/** What the desk sees as well: how much of it an earlier portal had counted. */
export interface KeptTotals extends Totals {
  start: Totals
}

/** Stars a rating, two decimals; null while there is none. */
export function averageOf({ sum, count }: Totals): number | null {
  return count === 0 ? null : Math.round((sum / count) * 100) / 100
}

/** Most ratings that an earlier portal is believed. */
const MOST_OF_START = 100_000_000

/** Whether so many ratings from one to five can have that sum. */
export function isPossible({ sum, count }: Totals): boolean {
  if (![sum, count].every(Number.isSafeInteger) || count < 0 || count > MOST_OF_START) return false
  return sum >= count * FEWEST_STARS && sum <= count * MOST_STARS
}

/** What is done once per reader; hashes of readers are made for it. */
export function subjectOf(articleId: string): Subject {
  return { type: 'articleRating', id: articleId }
}

/** Kept pages that show the ratings of an article carry this tag. */
export function ratingTags(articleId: string): string[] {
  return [EVERY_RATING_TAG, `rating:${articleId}`]
}

/** Drops them all: where it is not known which articles somebody had rated. */
export const EVERY_RATING_TAG = 'ratings'
