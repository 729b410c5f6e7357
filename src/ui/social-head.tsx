import { type Lang, localPath } from '../shared/lang.ts'
import { StructuredData } from './structured-data.tsx'

/** What a page of news says of itself to those who link it. */
export interface ArticleFacts {
  publishedAt: Date
  /** Last change of substance. */
  changedAt?: Date | undefined
  author?: string | undefined
  section?: string | undefined
  tags?: readonly string[] | undefined
  /** By readers, from one star to five; the average is null while there is none. */
  ratings?: { count: number; average: number | null } | undefined
  image?: { href: string; width: number; height: number; alt: string } | undefined
}

export interface SocialHeadProps {
  lang: Lang
  /** Vietnamese path of the page. */
  path: string
  /** `https://…` where the site is reached; null: not known, and addresses stay without it. */
  origin?: string | null | undefined
  title: string
  description?: string | undefined
  siteName: string
  authorityName: string
  article?: ArticleFacts | undefined
}

/** The one address of a page, and how it looks where it is linked: Open Graph, schema.org. For pages that may be indexed. */
export function SocialHead({ lang, path, origin, title, description, siteName, authorityName, article }: SocialHeadProps) {
  const url = `${origin ?? ''}${localPath(lang, path)}`
  const image = article?.image
  return (
    <>
      <link rel="canonical" href={url} />
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:site_name" content={siteName} />
      <meta property="og:locale" content={lang === 'vi' ? 'vi_VN' : 'en_GB'} />
      {/* Without the site's own address these would say nothing. */}
      {origin && <meta property="og:url" content={url} />}
      {origin && image && (
        <>
          <meta property="og:image" content={`${origin}${image.href}`} />
          <meta property="og:image:width" content={String(image.width)} />
          <meta property="og:image:height" content={String(image.height)} />
          <meta property="og:image:alt" content={image.alt} />
        </>
      )}
      {article && (
        <>
          <meta property="article:published_time" content={article.publishedAt.toISOString()} />
          {article.changedAt && <meta property="article:modified_time" content={article.changedAt.toISOString()} />}
          {article.section && <meta property="article:section" content={article.section} />}
          {article.tags?.map((tag) => (
            <meta key={tag} property="article:tag" content={tag} />
          ))}
          <StructuredData value={newsArticle({ url, lang, title, description, authorityName, origin, article })} />
        </>
      )}
      {!article && path === '/' && <StructuredData value={organisation({ url, siteName, authorityName, lang })} />}
    </>
  )
}

interface News {
  url: string
  lang: Lang
  title: string
  description: string | undefined
  authorityName: string
  origin: string | null | undefined
  article: ArticleFacts
}

/** https://schema.org/NewsArticle */
function newsArticle({ url, lang, title, description, authorityName, origin, article }: News) {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description,
    inLanguage: lang,
    mainEntityOfPage: url,
    datePublished: article.publishedAt.toISOString(),
    dateModified: (article.changedAt ?? article.publishedAt).toISOString(),
    ...(article.author ? { author: { '@type': 'Person', name: article.author } } : {}),
    ...(article.image && origin ? { image: [`${origin}${article.image.href}`] } : {}),
    ...(article.ratings?.average ? { aggregateRating: aggregateRating(article.ratings.average, article.ratings.count) } : {}),
    publisher: { '@type': 'GovernmentOrganization', name: authorityName },
  }
}

/** https://schema.org/AggregateRating */
function aggregateRating(ratingValue: number, count: number) {
  return { '@type': 'AggregateRating', ratingValue, ratingCount: count, bestRating: 5, worstRating: 1 }
}

/** https://schema.org/GovernmentOrganization */
function organisation({ url, siteName, authorityName, lang }: { url: string; siteName: string; authorityName: string; lang: Lang }) {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: siteName,
    inLanguage: lang,
    url,
    publisher: { '@type': 'GovernmentOrganization', name: authorityName },
  }
}
