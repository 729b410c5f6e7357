import { type CivilDate, daysBetween } from '../../../shared/civil-date.ts'
import { number, shortDate } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { DataTable, EmptyState, PageHead, Pager, Tabs, Tag } from '../../../ui/index.ts'
import type { Alarm } from '../../clocks/index.ts'
import { paths, withQuery } from '../paths.ts'
import { type CaseSource, type Standing, type StandingCase, standings } from '../sources.ts'
import { text } from '../text.ts'
import { RegisterTabs } from './register-tabs.tsx'

export interface AlarmPageProps {
  lang: Lang
  cases: Pick<CaseSource, 'kindNames' | 'statusNames' | 'href'>
  alarm: Alarm
  view: Standing
  counts: Readonly<Record<Standing, number>>
  page: Page<StandingCase>
  continued: boolean
  today: CivilDate
}

/** Petitions that stand longer than the threshold of the law, the oldest first. */
export function AlarmPage({ lang, cases, alarm, view, counts, page, continued, today }: AlarmPageProps) {
  const words = text[lang].alarm
  const address = (name: Standing, after?: string) => localPath(lang, withQuery(paths.alarm, { xem: name, after }))
  const { head } = words
  return (
    <>
      <PageHead title={words.title} lead={words.lead(alarm.days, alarm.basis)} meta={words.upTo(shortDate(alarm.receivedUpTo))} />
      <RegisterTabs lang={lang} current="alarm" alarmed={counts.unprocessed} />
      <Tabs
        label={words.title}
        items={standings.map((name) => ({
          href: address(name),
          text: words.views[name],
          count: number(lang, counts[name]),
          current: name === view,
          tone: name === 'unprocessed' && counts[name] > 0 ? ('late' as const) : undefined,
        }))}
      />
      <p class="muted">{words.explain[view]}</p>
      <DataTable
        caption={words.views[view]}
        captionHidden
        dense
        stack
        keys
        head={[head.code, head.subject, head.kind, head.received, head.days, head.status].map((name) => ({ text: name }))}
        rows={page.items.map((one) => ({
          tone: view === 'unprocessed' ? ('late' as const) : undefined,
          cells: [
            <a href={localPath(lang, cases.href(one.code))}>{one.code}</a>,
            <bdi>{one.subject}</bdi>,
            <span class="nowrap">{cases.kindNames[lang][one.kind]}</span>,
            shortDate(one.receivedOn),
            <Tag tone={view === 'unprocessed' ? 'late' : 'neutral'}>{words.days(daysBetween(one.receivedOn, today))}</Tag>,
            cases.statusNames[lang][one.status],
          ],
        }))}
        empty={<EmptyState title={words.none[view]} />}
      />
      <Pager previous={continued ? { href: address(view) } : undefined} next={page.next ? { href: address(view, page.next) } : undefined} />
    </>
  )
}
