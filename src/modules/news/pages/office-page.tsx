import { instantText } from '../../../shared/civil-date.ts'
import { number } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ButtonLink, ButtonRow, DataTable, EmptyState, PageHead, Pager, Tabs, Tag } from '../../../ui/index.ts'
import { type ArticleHead, type ArticleKind, type ArticleStatus, articleKinds, articleStatuses } from '../article.ts'
import { text as categoryText } from '../categories/text.ts'
import { paths } from '../paths.ts'
import { text as reportText } from '../reports/text.ts'
import { text as tagText } from '../tags/text.ts'
import { text } from '../text.ts'
import { newsTime } from '../when-words.ts'
import { wordsFor } from '../words-for.ts'
import { StatusTag } from './article-parts.tsx'

export type ListView = 'all' | ArticleStatus
export const listViews: readonly ListView[] = ['all', ...articleStatuses]

interface OfficePageProps {
  lang: Lang
  view: ListView
  page: Page<ArticleHead>
  /** Undefined: articles and pages together. */
  kind: ArticleKind | undefined
  /** By status: of both kinds together, and of pages. */
  counts: Record<'all' | 'page', readonly { bucket: string; n: number }[]>
  /** Writes articles. */
  mayWrite: boolean
}

/** Articles as editors look for them: what was changed last first. */
export function OfficePage({ lang, kind, view, page, counts, mayWrite }: OfficePageProps) {
  const words = text[lang].office
  const address = (next: { view?: ListView; kind?: ArticleKind | undefined; after?: string }) => {
    const of = 'kind' in next ? next.kind : kind
    const query = { xem: next.view ?? view, ...(of ? { loai: of } : {}), ...(next.after ? { after: next.after } : {}) }
    return localPath(lang, `${paths.office}?${new URLSearchParams(query)}`)
  }
  const sum = (of: 'all' | 'page', one: ListView) =>
    counts[of].reduce((total, { bucket, n }) => (one === 'all' || one === bucket ? total + n : total), 0)
  const countOf = (one: ListView) => (kind === 'article' ? sum('all', one) - sum('page', one) : sum(kind ?? 'all', one))
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        aside={
          mayWrite && (
            <ButtonRow>
              <ButtonLink href={localPath(lang, paths.begin('article'))}>{words.add}</ButtonLink>
              <ButtonLink href={localPath(lang, paths.begin('page'))} look="second">
                {wordsFor(lang, 'page').office.add}
              </ButtonLink>
            </ButtonRow>
          )
        }
      />
      <p class="line-links">
        {[
          { href: paths.categories, text: categoryText[lang].link },
          { href: paths.tags, text: tagText[lang].title },
          { href: paths.reports, text: reportText[lang].office.title },
          { href: paths.settings, text: text[lang].settings.title },
        ].map(({ href, text: name }) => (
          <a href={localPath(lang, href)}>{name}</a>
        ))}
      </p>
      <Tabs
        label={words.kindLabel}
        items={([undefined, ...articleKinds] as const).map((one) => ({
          href: address({ kind: one }),
          text: words.kinds[one ?? 'all'],
          current: one === kind,
        }))}
      />
      <Tabs
        label={words.title}
        items={listViews.map((one) => ({
          href: address({ view: one }),
          text: words.views[one],
          count: number(lang, countOf(one)),
          current: one === view,
        }))}
      />
      <DataTable
        caption={words.views[view]}
        captionHidden
        dense
        stack
        keys
        head={[{ text: words.head.status }, { text: words.head.title }, { text: words.head.shown }, { text: words.head.changed }]}
        rows={page.items.map((article) => ({
          cells: [
            <>
              <StatusTag lang={lang} status={article.status} />
              {article.kind === 'page' && (
                <>
                  {' '}
                  <Tag>{words.pageTag}</Tag>
                </>
              )}
            </>,
            <a href={localPath(lang, paths.one(article.id))}>
              <bdi>{article.title}</bdi>
            </a>,
            article.scheduledAt
              ? words.scheduledFor(newsTime(lang, article.scheduledAt))
              : article.publishedAt && newsTime(lang, article.publishedAt),
            <time dateTime={instantText(article.updatedAt)}>{newsTime(lang, article.updatedAt)}</time>,
          ],
        }))}
        empty={<EmptyState title={words.none} />}
      />
      <Pager next={page.next ? { href: address({ after: page.next }) } : undefined} />
    </>
  )
}
