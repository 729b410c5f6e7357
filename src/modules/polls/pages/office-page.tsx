import { number, shortDate } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ButtonLink, DataTable, EmptyState, PageHead, Pager, Tabs } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { type Poll, type PollStatus, pollStatuses } from '../poll.ts'
import { text } from '../text.ts'

interface OfficePageProps {
  lang: Lang
  status: PollStatus
  page: Page<Poll>
  counts: readonly { bucket: string; n: number }[]
  mayMake: boolean
}

/** Polls of one status, the newest first. */
export function OfficePage({ lang, status, page, counts, mayMake }: OfficePageProps) {
  const words = text[lang]
  const { office } = words
  const address = (next: PollStatus, after?: string) =>
    localPath(lang, `${paths.office}?${new URLSearchParams({ xem: next, ...(after ? { after } : {}) }).toString()}`)
  const make = mayMake && <ButtonLink href={localPath(lang, paths.create)}>{office.make}</ButtonLink>
  return (
    <>
      <PageHead title={office.title} lead={office.lead} aside={make} />
      <Tabs
        label={office.title}
        items={pollStatuses.map((one) => ({
          href: address(one),
          text: words.status[one],
          count: number(lang, counts.find(({ bucket }) => bucket === one)?.n ?? 0),
          current: one === status,
        }))}
      />
      <DataTable
        caption={words.status[status]}
        captionHidden
        dense
        stack
        head={[{ text: office.head.question }, { text: office.head.days }, { text: office.head.who }]}
        rows={page.items.map((poll) => ({
          cells: [
            <a href={localPath(lang, paths.officeOne(poll.slug))}>{poll.question}</a>,
            `${shortDate(poll.opensOn)} – ${shortDate(poll.closesOn)}`,
            words.whoVotes[poll.whoVotes],
          ],
        }))}
        empty={<EmptyState title={office.none} />}
      />
      <Pager next={page.next ? { href: address(status, page.next) } : undefined} />
    </>
  )
}
