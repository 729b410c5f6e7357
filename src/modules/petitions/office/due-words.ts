import { type CivilDate, daysBetween } from '../../../shared/civil-date.ts'
import type { Lang } from '../../../shared/lang.ts'
import { text } from './text.ts'

/** Days of warning before a due date; the same number as in the view "due". */
export const SOON_DAYS = 3

export interface DueWords {
  /** "còn 3 ngày", "hôm nay", "quá hạn 2 ngày" */
  words: string
  tone: 'late' | 'soon' | 'neutral'
}

/** How a due date stands today, in words that need no colour. */
export function dueWords(lang: Lang, dueOn: CivilDate, today: CivilDate): DueWords {
  const left = daysBetween(today, dueOn)
  const words = text[lang].due
  if (left < 0) return { words: words.overdue(-left), tone: 'late' }
  if (left === 0) return { words: words.today, tone: 'soon' }
  return { words: words.left(left), tone: left <= SOON_DAYS ? 'soon' : 'neutral' }
}
