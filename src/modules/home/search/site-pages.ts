import type { Lang } from '../../../shared/lang.ts'
import { text } from '../text.ts'

export interface SitePage {
  href: string
  title: string
  words: string
}

/** The fixed pages of the site that a search finds. */
export function sitePages(lang: Lang): readonly SitePage[] {
  return text[lang].search.sitePages
}
