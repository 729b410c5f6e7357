import { instantText } from '../../../shared/civil-date.ts'
import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ArticleList, Section, Tag, type Tone } from '../../../ui/index.ts'
import type { ArticleHead, ArticleStatus } from '../article.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { newsTime } from '../when-words.ts'

export const tones: Record<ArticleStatus, Tone> = {
  draft: 'neutral',
  inReview: 'soon',
  scheduled: 'soon',
  published: 'ok',
  withdrawn: 'late',
}

export function StatusTag({ lang, status }: { lang: Lang; status: ArticleStatus }) {
  return <Tag tone={tones[status]}>{text[lang].status[status]}</Tag>
}

/** Numbers that other features know of an article; absent: not counted here. */
export interface Counted {
  views?: number | undefined
  comments?: number | undefined
}

/** `Thứ năm - 23/02/2017 14:16 · 181 lượt xem · 0 ý kiến` */
export function NewsLine({ lang, article, counted }: { lang: Lang; article: Pick<ArticleHead, 'publishedAt'>; counted: Counted }) {
  const words = text[lang].public
  if (!article.publishedAt) return null
  const numbers = [
    counted.views === undefined ? null : words.views(number(lang, counted.views)),
    counted.comments === undefined ? null : words.comments(number(lang, counted.comments)),
  ].filter((one) => one !== null)
  return (
    <>
      <time dateTime={instantText(article.publishedAt)}>{newsTime(lang, article.publishedAt)}</time>
      {numbers.map((one) => ` · ${one}`)}
    </>
  )
}

interface NewsListProps {
  lang: Lang
  items: readonly ArticleHead[]
  counts: ReadonlyMap<string, Counted>
  level?: 2 | 3
}

/** Articles to choose from. */
export function NewsList({ lang, items, counts, level }: NewsListProps) {
  return (
    <ArticleList
      level={level}
      items={items.map((article) => ({
        href: localPath(lang, paths.article(article.slug)),
        title: article.title,
        meta: (
          <>
            <NewsLine lang={lang} article={article} counted={counts.get(article.id) ?? {}} />
            {article.source && ` · ${article.source}`}
          </>
        ),
        summary: article.lead ?? undefined,
      }))}
    />
  )
}

/** "Những tin cũ hơn": short lines. */
export function ShortList({ lang, title, items }: { lang: Lang; title: string; items: readonly ArticleHead[] }) {
  if (items.length === 0) return null
  return (
    <Section title={title}>
      <ul class="short-news">
        {items.map((article) => (
          <li>
            <a href={localPath(lang, paths.article(article.slug))}>{article.title}</a>{' '}
            {article.publishedAt && <span class="muted small">({newsTime(lang, article.publishedAt)})</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
