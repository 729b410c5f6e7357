import { number } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ButtonLink, ButtonRow, DataTable, EmptyState, PageHead, Pager, Tabs } from '../../../ui/index.ts'
import type { Appointment } from '../appointment.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { StatusTag } from './appointment-parts.tsx'
import { shortWhen } from './day-words.ts'

export const listViews = ['asked', 'confirmed', 'all'] as const
export type ListView = (typeof listViews)[number]

interface OfficePageProps {
  lang: Lang
  view: ListView
  page: Page<Appointment>
  /** Keeps the schedule as well. */
  mayKeep: boolean
  counts: readonly { bucket: string; n: number }[]
}

/** Appointments by day; no names here, so that a look at the list is no look at people. */
export function OfficePage({ lang, view, page, mayKeep, counts }: OfficePageProps) {
  const words = text[lang].office
  const address = (next: ListView, after?: string) =>
    localPath(lang, `${paths.office}?${new URLSearchParams({ xem: next, ...(after ? { after } : {}) }).toString()}`)
  const countOf = (one: ListView) => counts.reduce((sum, { bucket, n }) => (one === 'all' || one === bucket ? sum + n : sum), 0)
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        aside={
          <ButtonRow>
            <ButtonLink href={localPath(lang, paths.book)} look="second">
              {words.book}
            </ButtonLink>
            <ButtonLink href={localPath(lang, paths.dataRequests)} look="second">
              {words.dataRequests}
            </ButtonLink>
            {mayKeep && (
              <ButtonLink href={localPath(lang, paths.days)} look="second">
                {words.schedule}
              </ButtonLink>
            )}
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
        head={[{ text: words.head.when }, { text: words.head.code }, { text: words.head.subject }, { text: words.head.status }]}
        rows={page.items.map((appointment) => ({
          cells: [
            shortWhen(lang, appointment),
            <a href={localPath(lang, paths.one(appointment.code))}>{appointment.code}</a>,
            appointment.subject,
            <StatusTag lang={lang} appointment={appointment} />,
          ],
        }))}
        empty={<EmptyState title={words.none} />}
      />
      <Pager next={page.next ? { href: address(view, page.next) } : undefined} />
    </>
  )
}
