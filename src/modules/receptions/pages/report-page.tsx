import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ButtonLink, DataTable, Notice, PageHead, Select } from '../../../ui/index.ts'
import { type ReportPeriod, reportPeriods } from '../fields.ts'
import { paths, withQuery } from '../paths.ts'
import type { Cutoff } from '../periods.ts'
import type { ReportTable } from '../report.ts'
import { columnName, measureName } from '../report-names.ts'
import type { CaseSource, Period } from '../sources.ts'
import { text } from '../text.ts'
import { periodWords } from './book-page.tsx'
import { RegisterTabs } from './register-tabs.tsx'

export interface ReportPageProps {
  lang: Lang
  cases: Pick<CaseSource, 'kindNames' | 'outcomeNames'>
  year: number
  report: ReportPeriod
  period: Period
  cutoff: Cutoff | undefined
  /** The period is not over. */
  running: boolean
  tables: readonly ReportTable[]
  /** Years that can be chosen, newest first. */
  years: readonly number[]
  alarmed: number | null
}

/** How the days of a report were found. */
export function basisWords(lang: Lang, cutoff: Cutoff | undefined): string {
  const words = text[lang].report
  return cutoff ? words.byDocument(cutoff.startDay, cutoff.documentNumber) : words.calendar
}

export function reportName(lang: Lang, year: number, report: ReportPeriod): string {
  const words = text[lang].report
  return words.named(words.periods[report], year)
}

/** The periodic report: figures that lead to what they count. */
export function ReportPage(props: ReportPageProps) {
  const { lang, year, report, period, cutoff, running, tables, years, alarmed } = props
  const words = text[lang].report
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        aside={
          <ButtonLink href={localPath(lang, withQuery(paths.reportFile, { nam: year, ky: report }))} look="second">
            {words.download}
          </ButtonLink>
        }
      />
      <RegisterTabs lang={lang} current="report" alarmed={alarmed} />
      <form method="get" action={localPath(lang, paths.report)} class="filter-form">
        <Select
          name="ky"
          label={words.period}
          items={reportPeriods.map((one) => ({ value: one, text: words.periods[one] }))}
          value={report}
        />
        <Select
          name="nam"
          label={words.year}
          items={years.map((one) => ({ value: String(one), text: String(one) }))}
          value={String(year)}
        />
        <button class="govuk-button btn-2" type="submit">
          {words.show}
        </button>
      </form>
      <h2>
        {reportName(lang, year, report)}. {periodWords(lang, period.from, period.to)}
      </h2>
      <p class="muted">{basisWords(lang, cutoff)}</p>
      {running && <Notice>{words.unfinished}</Notice>}
      {tables.map((table) => (
        <FigureTable {...props} table={table} />
      ))}
    </>
  )
}

function FigureTable({ lang, cases, year, report, table }: ReportPageProps & { table: ReportTable }) {
  const words = text[lang].report
  const columns = table.columns.map((column) => columnName(lang, cases, table.name, column))
  const { title, notes } = words.tables[table.name]
  return (
    <>
      <DataTable
        caption={title}
        dense
        stack
        rowHeads
        head={[{ text: words.measure }, ...columns.map((name) => ({ text: name, numeric: true }))]}
        rows={table.rows.map(({ measure, values }) => {
          const name = measureName(lang, cases, table.name, measure)
          const cell = (value: number, i: number) => {
            const shown = number(lang, value)
            const query = { nam: year, ky: report, bang: table.name, hang: measure, cot: table.columns[i] }
            return (
              <a href={localPath(lang, withQuery(paths.figure, query))} aria-label={words.cellLabel(shown, name, columns[i]!)}>
                {shown}
              </a>
            )
          }
          return { cells: [name, ...values.map((value, i) => (value === 0 ? number(lang, 0) : cell(value, i)))] }
        })}
      />
      {notes.map((note) => (
        <p class="small muted">{note}</p>
      ))}
    </>
  )
}
