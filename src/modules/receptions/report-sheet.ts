import type { Sheet } from '../../platform/spreadsheet.ts'
import { shortDate } from '../../shared/format.ts'
import type { Lang } from '../../shared/lang.ts'
import type { ReportTable } from './report.ts'
import { columnName, measureName } from './report-names.ts'
import type { CaseSource, Period } from './sources.ts'
import { text } from './text.ts'

/** A table of the report as a sheet. */
export function reportSheet(
  lang: Lang,
  cases: CaseSource,
  head: { authority: string; name: string; basis: string; period: Period },
  table: ReportTable,
): Sheet {
  const { report, form } = text[lang]
  return {
    name: report.tables[table.name].sheet,
    title: [
      `${report.tables[table.name].title}, ${head.name}`,
      `${head.authority} · ${form.period(shortDate(head.period.from), shortDate(head.period.to))}`,
      head.basis,
    ],
    columns: [
      { head: report.measure, width: 52 },
      ...table.columns.map((column) => ({ head: columnName(lang, cases, table.name, column), width: 16 })),
    ],
    rows: table.rows.map(({ measure, values }) => [measureName(lang, cases, table.name, measure), ...values]),
    notes: report.tables[table.name].notes,
  }
}
