import { number, shortDate } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, DataTable, EmptyState, PageHead, Pager } from '../../../ui/index.ts'
import { type BookRow, columnsOf } from '../book-rows.ts'
import type { ReportPeriod } from '../fields.ts'
import { paths, withQuery } from '../paths.ts'
import type { CaseSource, Period, ReportedCase } from '../sources.ts'
import { text } from '../text.ts'
import { periodWords } from './book-page.tsx'
import { reportName } from './report-page.tsx'

/** Which cell of the report is opened. */
export interface Figure {
  year: number
  report: ReportPeriod
  period: Period
  /** As it is named in the table. */
  measure: string
  column: string
  /** The rest of its address. */
  query: Readonly<Record<string, string>>
  /** The number in the cell, and for people how many visits they made. */
  value: number
  visits: number | null
}

export interface FigurePageProps {
  lang: Lang
  cases: Pick<CaseSource, 'kindNames' | 'stateNames' | 'statusNames' | 'href'>
  figure: Figure
  continued: boolean
  list: { visits: Page<BookRow> } | { cases: Page<ReportedCase> }
}

export function figureName(lang: Lang, { measure, column }: Figure): string {
  return text[lang].report.figureTitle(measure, column)
}

/** Exactly what one number of the report counts. */
export function FigurePage({ lang, cases, figure, continued, list }: FigurePageProps) {
  const words = text[lang].report
  const { year, report, period, value, visits } = figure
  const { next } = 'visits' in list ? list.visits : list.cases
  const address = (after?: string) => localPath(lang, withQuery(paths.figure, { nam: year, ky: report, ...figure.query, after }))
  return (
    <>
      <Breadcrumbs
        items={[{ href: localPath(lang, withQuery(paths.report, { nam: year, ky: report })), text: words.back }]}
        current={figure.measure}
      />
      <PageHead
        title={figureName(lang, figure)}
        meta={`${reportName(lang, year, report)}. ${periodWords(lang, period.from, period.to)}`}
        lead={visits === null ? words.figureCount(value) : words.figurePeople(value, visits)}
      />
      {'visits' in list ? (
        <VisitTable lang={lang} rows={list.visits.items} />
      ) : (
        <CaseTable lang={lang} cases={cases} rows={list.cases.items} />
      )}
      <Pager previous={continued ? { href: address() } : undefined} next={next ? { href: address(next) } : undefined} />
    </>
  )
}

/** No names here: a figure is looked at, not people. */
function VisitTable({ lang, rows }: { lang: Lang; rows: readonly BookRow[] }) {
  const { listHead: head, title } = text[lang].report
  return (
    <DataTable
      caption={title}
      captionHidden
      dense
      stack
      head={[head.number, head.summary, head.classification, head.people].map((name) => ({ text: name }))}
      rows={rows.map((row) => {
        const [, day, , , summary, classification] = columnsOf(lang, row)
        return {
          cells: [
            <>
              <a href={localPath(lang, paths.one(row.entry))}>{row.entry.number}</a> · <span class="nowrap">{day}</span>
            </>,
            <bdi>{summary}</bdi>,
            classification,
            number(lang, row.entry.people),
          ],
        }
      })}
      empty={<EmptyState />}
    />
  )
}

function CaseTable({ lang, cases, rows }: Pick<FigurePageProps, 'lang' | 'cases'> & { rows: readonly ReportedCase[] }) {
  const { listHead: head, title } = text[lang].report
  return (
    <DataTable
      caption={title}
      captionHidden
      dense
      stack
      keys
      head={[head.code, head.subject, head.kind, head.received, head.state].map((name) => ({ text: name }))}
      rows={rows.map((one) => ({
        cells: [
          <a href={localPath(lang, cases.href(one.code))}>{one.code}</a>,
          <bdi>{one.subject}</bdi>,
          <span class="nowrap">{cases.kindNames[lang][one.kind]}</span>,
          shortDate(one.receivedOn),
          [cases.stateNames[lang][one.state] ?? one.state, one.stateOn && shortDate(one.stateOn)].filter(Boolean).join(' '),
        ],
      }))}
      empty={<EmptyState />}
    />
  )
}
