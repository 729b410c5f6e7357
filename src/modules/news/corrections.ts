import type { Entry } from '../history/index.ts'
import type { Article, ArticleContent } from './article.ts'
import { personalFindings } from './rules.ts'

/** A change of the text before readers' eyes: from one published edition to the next. */
export interface Correction {
  edition: number
  /** The edition that readers had before. */
  before: number
  at: Date
  type: string
  reason: string | null
  /** False: the difference is for the office alone. */
  open: boolean
}

/**
 * Corrections in their order, from what the public history says; drafts between two publications are in none. What readers had before a
 * withdrawal, or before a correction that its editor marked so, is shown to nobody again: that is why it was taken away.
 */
export function correctionsOf(history: readonly Entry[]): Correction[] {
  const corrections: Correction[] = []
  let last: number | null = null
  let withdrawn = false
  let closedUpTo = -1
  for (const { type, at, facts, words } of history) {
    if (type === 'article.withdrawn') withdrawn = true
    if (type !== 'article.published' && type !== 'article.republished' && type !== 'article.revised') continue
    const edition = Number(facts['edition'])
    if (last !== null && edition !== last) {
      corrections.push({ edition, before: last, at, type, reason: words['reason'] || null, open: true })
      if (withdrawn || facts['earlierHidden'] === true) closedUpTo = corrections.length - 1
    }
    withdrawn = false
    last = edition
  }
  return corrections.map((correction, i) => ({ ...correction, open: i > closedUpTo }))
}

/** Whether something that looks like data of people stands in these texts and no more in what readers see now. */
export function bringsBackPersonalData(current: Article, ...editions: readonly ArticleContent[]): boolean {
  const known = new Set(personalFindings(current).map(({ words }) => words))
  return editions.some((edition) => personalFindings(edition).some(({ words }) => !known.has(words)))
}
