import { shortDate } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ArticleList, EmptyState, PageHead, Pager, Tag } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import type { Poll, PollStatus } from '../poll.ts'
import { text } from '../text.ts'

interface ListPageProps {
  lang: Lang
  page: Page<Poll & { statusToday: PollStatus }>
}

/** All polls that readers may know of; no counts, so that a vote changes nothing here. */
export function ListPage({ lang, page }: ListPageProps) {
  const { list, vote, status } = text[lang]
  return (
    <>
      <PageHead title={list.title} lead={list.lead} />
      {page.items.length === 0 ? (
        <EmptyState title={list.none} />
      ) : (
        <ArticleList
          level={2}
          items={page.items.map((poll) => ({
            href: localPath(lang, paths.one(poll.slug)),
            title: poll.question,
            tags: <Tag tone={poll.statusToday === 'open' ? 'ok' : 'neutral'}>{status[poll.statusToday]}</Tag>,
            meta: vote.days(shortDate(poll.opensOn), shortDate(poll.closesOn)),
          }))}
        />
      )}
      <Pager next={page.next ? { href: localPath(lang, `${paths.list}?after=${page.next}`) } : undefined} />
      <h2>{list.data}</h2>
      <p class="data-links">
        {list.dataHint} <a href={paths.data}>JSON</a> <a href={`${paths.data}.csv`}>CSV</a>
      </p>
    </>
  )
}
