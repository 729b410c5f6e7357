import { number, shortDate } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ButtonLink, DataTable, EmptyState, PageHead, Pager, Tabs } from '../../../ui/index.ts'
import { type DataRequest, type DataRequestStatus, dataRequestStatuses } from '../data-request.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

interface OfficePageProps {
  lang: Lang
  status: DataRequestStatus
  page: Page<DataRequest>
  counts: readonly { bucket: string; n: number }[]
  /** Takes requests down at the counter. */
  mayEnter: boolean
}

/** Requests of one status, the soonest due first; no names here, so that a look at the list is no look at people. */
export function OfficePage({ lang, status, page, counts, mayEnter }: OfficePageProps) {
  const words = text[lang]
  const { office } = words
  const address = (next: DataRequestStatus, after?: string) =>
    localPath(lang, `${paths.office}?${new URLSearchParams({ xem: next, ...(after ? { after } : {}) }).toString()}`)
  return (
    <>
      <PageHead
        title={office.title}
        lead={office.lead}
        aside={
          mayEnter && (
            <ButtonLink href={localPath(lang, paths.counter)} look="second">
              {office.enter}
            </ButtonLink>
          )
        }
      />
      <Tabs
        label={office.title}
        items={dataRequestStatuses.map((one) => ({
          href: address(one),
          text: words.status[one],
          count: number(
            lang,
            counts.reduce((sum, { bucket, n }) => (bucket === one ? sum + n : sum), 0),
          ),
          current: one === status,
        }))}
      />
      <DataTable
        caption={words.status[status]}
        captionHidden
        dense
        stack
        head={[{ text: office.head.due }, { text: office.head.code }, { text: office.head.kind }, { text: office.head.about }]}
        rows={page.items.map((request) => ({
          cells: [
            request.dueOn ? shortDate(request.dueOn) : '–',
            <a href={localPath(lang, paths.one(request.code))}>{request.code}</a>,
            words.kind[request.kind],
            request.subjectCode,
          ],
        }))}
        empty={<EmptyState title={office.none} />}
      />
      {mayEnter && (
        <p>
          <a href={localPath(lang, paths.consents)}>{words.consents.title}</a>
        </p>
      )}
      <p>
        <a href={localPath(lang, '/lam-viec/luu-giu')}>{office.retention}</a>
      </p>
      <Pager next={page.next ? { href: address(status, page.next) } : undefined} />
    </>
  )
}
