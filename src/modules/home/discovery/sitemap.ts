import { instantText } from '../../../shared/civil-date.ts'
import { langs, localPath } from '../../../shared/lang.ts'

/** An address of the site, Vietnamese, with the instant of its last change where one is known. */
export interface SitemapEntry {
  path: string
  changedAt: Date | null
}

/** Most addresses of one file (sitemaps.org). */
export const MOST_IN_SITEMAP = 50_000

const head = '<?xml version="1.0" encoding="utf-8"?>\n'
const ns = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** Paths are letters that XML knows as they are, but for the sign between parts of a query. */
const escaped = (path: string) => path.replaceAll('&', '&amp;')

/** Each page in both languages, each naming the other. */
export function sitemapXml(origin: string, entries: readonly SitemapEntry[]): string {
  const rows = entries.flatMap(({ path, changedAt }) =>
    langs.map((lang) => {
      const others = langs.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${origin}${escaped(localPath(other, path))}"/>`,
      )
      const changed = changedAt ? `<lastmod>${instantText(changedAt)}</lastmod>` : ''
      return `<url><loc>${origin}${escaped(localPath(lang, path))}</loc>${changed}${others.join('')}</url>\n`
    }),
  )
  return `${head}<urlset ${ns} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${rows.join('')}</urlset>\n`
}

/** The files that a sitemap is made of. */
export function sitemapIndexXml(origin: string, paths: readonly string[]): string {
  const rows = paths.map((path) => `<sitemap><loc>${origin}${escaped(path)}</loc></sitemap>\n`)
  return `${head}<sitemapindex ${ns}>\n${rows.join('')}</sitemapindex>\n`
}
