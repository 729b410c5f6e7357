import type { ComponentChildren } from 'preact'
import { number, percent } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { BarChart, Breadcrumbs, DataTable, EmptyState, PageHead } from '../../../../ui/index.ts'
import type { InboxFilter } from '../../list-inbox.ts'
import { outcomes, petitionStatuses, verdicts } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import type { OfficeFigures } from '../figures.ts'
import { text } from '../text.ts'
import { inboxAddress } from './inbox-address.ts'

export interface FiguresPageProps {
  lang: Lang
  figures: OfficeFigures
  /** Set when the figures are those of one unit. */
  unitName: string | null
}

const shareOf = (part: number, whole: number) => (whole > 0 ? part / whole : 0)

/** `2026-11` as `11/2026`. */
const monthName = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`

export function FiguresPage({ lang, figures, unitName }: FiguresPageProps) {
  const words = text[lang].figures
  const most = Math.max(1, ...figures.months.map((month) => month.received))
  const months = figures.months.filter((month) => month.received + month.onTime + month.late > 0)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec'), text: text[lang].case.inbox }]} current={words.title} />
      <PageHead title={unitName ? words.ofUnit(unitName) : words.title} lead={words.lead} />
      {months.length === 0 ? (
        <EmptyState title={words.nothing} />
      ) : (
        <>
          <BarChart
            caption={words.received}
            head={[words.month, words.number]}
            items={figures.months.map(({ month, received }) => ({
              label: monthName(month),
              value: number(lang, received),
              share: received / most,
            }))}
          />
          <section class="part">
            <Answers lang={lang} months={months} />
          </section>
          <TwoFacts lang={lang} figures={figures} />
          {figures.units.length > 0 && (
            <section class="part">
              <Units lang={lang} units={figures.units} />
            </section>
          )}
          <section class="part">
            <Statuses lang={lang} statuses={figures.statuses} />
          </section>
        </>
      )}
    </>
  )
}

function Answers({ lang, months }: { lang: Lang; months: OfficeFigures['months'] }) {
  const words = text[lang].figures
  return (
    <>
      <DataTable
        caption={words.answers}
        stack
        rowHeads
        head={[
          { text: words.month },
          ...[words.onTime, words.late, words.shareOnTime, words.extended].map((name) => ({ text: name, numeric: true })),
        ]}
        rows={months.map(({ month, onTime, late, extended }) => ({
          cells: [
            monthName(month),
            number(lang, onTime),
            number(lang, late),
            onTime + late > 0 ? percent(lang, shareOf(onTime, onTime + late)) : '–',
            number(lang, extended),
          ],
        }))}
      />
      <p class="small muted">{words.extendedNote}</p>
    </>
  )
}

/** Outcome and verdict, drawn apart. */
function TwoFacts({ lang, figures }: { lang: Lang; figures: OfficeFigures }) {
  const words = text[lang].figures
  const names = petitionText[lang]
  const given = verdicts.reduce((sum, verdict) => sum + figures.verdicts[verdict], 0)
  const bar = (label: string, n: number) => ({ label, value: number(lang, n), share: shareOf(n, figures.answered) })
  return (
    <section class="part">
      <p>{words.apart}</p>
      <BarChart
        caption={words.outcomeTitle}
        head={[words.outcome, words.number]}
        items={outcomes.map((outcome) => bar(names.outcome[outcome], figures.outcomes[outcome]))}
      />
      <BarChart
        caption={words.verdictTitle}
        head={[words.verdict, words.number]}
        items={[
          ...verdicts.map((verdict) => bar(names.verdict[verdict], figures.verdicts[verdict])),
          bar(words.noneGiven, Math.max(0, figures.answered - given)),
        ]}
      />
    </section>
  )
}

function listLink(lang: Lang, filter: Partial<InboxFilter>, n: number): ComponentChildren {
  return n > 0 ? <a href={inboxAddress(lang, filter)}>{number(lang, n)}</a> : '0'
}

function Units({ lang, units }: { lang: Lang; units: OfficeFigures['units'] }) {
  const words = text[lang].figures
  return (
    <DataTable
      caption={words.units}
      stack
      rowHeads
      head={[
        { text: words.unit },
        ...[words.receivedAll, words.open, words.overdue, words.onTime, words.late, words.extended].map((name) => ({
          text: name,
          numeric: true,
        })),
      ]}
      rows={units.map((unit) => ({
        tone: unit.overdue > 0 ? ('late' as const) : undefined,
        cells: [
          unit.name,
          listLink(lang, { view: 'all', unit: unit.id }, unit.received),
          number(lang, unit.open),
          listLink(lang, { view: 'overdue', unit: unit.id }, unit.overdue),
          number(lang, unit.onTime),
          number(lang, unit.late),
          number(lang, unit.extended),
        ],
      }))}
    />
  )
}

function Statuses({ lang, statuses }: { lang: Lang; statuses: OfficeFigures['statuses'] }) {
  const words = text[lang].figures
  const present = petitionStatuses.filter((status) => statuses[status] > 0)
  return (
    <DataTable
      caption={words.statuses}
      rowHeads
      stack
      head={[{ text: words.status }, { text: words.number, numeric: true }]}
      rows={present.map((status) => ({
        cells: [petitionText[lang].status[status], listLink(lang, { view: 'all', status }, statuses[status])],
      }))}
    />
  )
}
