import { instantText } from '../../shared/civil-date.ts'
import { type Lang, localPath } from '../../shared/lang.ts'
import { xml } from '../../shared/xml.ts'
import type { Authority } from '../accounts/index.ts'
import type { ArticleHead, Category } from './article.ts'
import { paths } from './paths.ts'
import { text } from './text.ts'

export interface NewsFeed {
  lang: Lang
  /** `https://…`, without a slash at its end. */
  origin: string
  site: Pick<Authority, 'name' | 'shortName'>
  /** One room of the news; undefined: all. */
  category: Category | undefined
  articles: readonly ArticleHead[]
}

const titleOf = ({ lang, site, category }: NewsFeed) =>
  [text[lang].public.title, category?.name, site.shortName].filter(Boolean).join(' · ')
const addressesOf = ({ lang, origin, category }: NewsFeed, file: string) => {
  const query = category ? `?${new URLSearchParams({ 'chuyen-muc': category.slug })}` : ''
  const url = (path: string) => xml(`${origin}${localPath(lang, path)}`)
  return { self: url(`${file}${query}`), page: url(`${paths.list}${query}`), url }
}

/** The news as Atom (RFC 4287). */
export function newsAtom(feed: NewsFeed): string {
  const { self, page, url } = addressesOf(feed, paths.atom)
  const updated =
    feed.articles
      .map(({ updatedAt }) => instantText(updatedAt))
      .toSorted()
      .at(-1) ?? '2025-07-01T00:00:00+07:00'
  const entries = feed.articles.map(
    (article) => `  <entry>
    <id>urn:uuid:${article.id}</id>
    <title>${xml(article.title)}</title>
    <link rel="alternate" type="text/html" href="${url(paths.article(article.slug))}"/>
    <published>${instantText(article.publishedAt!)}</published>
    <updated>${instantText(article.updatedAt)}</updated>
${article.author ? `    <author><name>${xml(article.author)}</name></author>\n` : ''}${article.tags.map((tag) => `    <category term="${xml(tag)}"/>\n`).join('')}    <summary type="text">${xml(article.lead ?? '')}</summary>
  </entry>
`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
  <id>${self}</id>
  <title>${xml(titleOf(feed))}</title>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link rel="alternate" type="text/html" href="${page}"/>
  <updated>${updated}</updated>
  <author><name>${xml(feed.site.name)}</name></author>
${entries.join('')}</feed>
`
}

/** The same as RSS 2.0, which older readers ask for. */
export function newsRss(feed: NewsFeed): string {
  const { self, page, url } = addressesOf(feed, paths.rss)
  const items = feed.articles.map(
    (article) => `  <item>
    <title>${xml(article.title)}</title>
    <link>${url(paths.article(article.slug))}</link>
    <guid isPermaLink="false">urn:uuid:${article.id}</guid>
    <pubDate>${article.publishedAt!.toUTCString()}</pubDate>
    <description>${xml(article.lead ?? '')}</description>
  </item>
`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <title>${xml(titleOf(feed))}</title>
  <link>${page}</link>
  <atom:link rel="self" type="application/rss+xml" href="${self}"/>
  <description>${xml(text[feed.lang].public.lead)}</description>
  <language>vi</language>
${items.join('')}</channel>
</rss>
`
}
