import { instantText } from '../../../shared/civil-date.ts'
import { number } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ButtonLink, ButtonRow, DataTable, EmptyState, PageHead, Pager, Tabs } from '../../../ui/index.ts'
import { type ArticleHead, type ArticleStatus, articleStatuses } from '../article.ts'
import { paths } from '../paths.ts'
import { text as reportText } from '../reports/text.ts'
import { text } from '../text.ts'
import { newsTime } from '../when-words.ts'
import { StatusTag } from './article-parts.tsx'

export type ListView = 'all' | ArticleStatus
export const listViews: readonly ListView[] = ['all', ...articleStatuses]

interface OfficePageProps {
  lang: Lang
  view: ListView
  page: Page<ArticleHead>
  counts: readonly { bucket: string; n: number }[]
  /** Writes articles. */
  mayWrite: boolean
}

/** Articles as editors look for them: what was changed last first. */
export function OfficePage({ lang, view, page, counts, mayWrite }: OfficePageProps) {
  const words = text[lang].office
  const address = (next: ListView, after?: string) =>
    localPath(lang, `${paths.office}?${new URLSearchParams({ xem: next, ...(after ? { after } : {}) })}`)
  const countOf = (one: ListView) => counts.reduce((sum, { bucket, n }) => (one === 'all' || one === bucket ? sum + n : sum), 0)
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        aside={
          <ButtonRow>
            {mayWrite && <ButtonLink href={localPath(lang, `${paths.office}/moi`)}>{words.add}</ButtonLink>}
            <ButtonLink href={localPath(lang, paths.reports)} look="second">
              {reportText[lang].office.title}
            </ButtonLink>
          </ButtonRow>
        }
      />
      <Tabs
        label={words.title}
        items={listViews.map((one) => ({
          href: address(one),
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
            <StatusTag lang={lang} status={article.status} />,
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
      <Pager next={page.next ? { href: address(view, page.next) } : undefined} />
    </>
  )
}
