import type { CivilDate } from '../../../../shared/civil-date.ts'
import { number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, EmptyState, PageHead } from '../../../../ui/index.ts'
import { inboxAddress } from '../../office/pages/inbox-address.ts'
import { text as officeText } from '../../office/text.ts'
import type { UnitComparison } from '../compare-units.ts'
import type { FigureCheck } from '../figure-checks.ts'
import type { FigureTables } from '../figures.ts'
import { casesOf } from '../measures.ts'
import { OVERVIEW } from '../paths.ts'
import { text } from '../text.ts'
import { CheckedFigures } from './checked-figures.tsx'
import { Comparison } from './comparison.tsx'
import { type FigureTablesProps, MonthTable, type Shown, Tiles, UnitTables } from './figure-tables.tsx'
import { MonthsChart } from './months-chart.tsx'
import { PeriodForm } from './period-form.tsx'

export interface OverviewPageProps {
  lang: Lang
  tables: FigureTables
  comparison: readonly UnitComparison[]
  check: FigureCheck | undefined
  /** Set when the figures are those of one unit. */
  unitName: string | null
  today: CivilDate
}

/** What a chairman must know, each number a way to its cases. */
export function OverviewPage({ lang, tables, comparison, check, unitName, today }: OverviewPageProps) {
  const { overview, table } = text[lang]
  const { period, total, months, units } = tables
  const isEmpty = [...Object.values(total.period), ...Object.values(total.now)].every((n) => n === 0)
  const shown: FigureTablesProps<number> = {
    lang,
    tables,
    today,
    whose: unitName ?? table.total,
    show: (number) => <CasesLink lang={lang} {...number} />,
  }
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec'), text: officeText[lang].case.inbox }]} current={overview.title} />
      <PageHead title={unitName ? overview.ofUnit(unitName) : overview.title} lead={overview.lead} />
      <PeriodForm lang={lang} path={OVERVIEW} period={period} today={today} />
      {isEmpty && <EmptyState title={table.nothing} />}
      <Tiles {...shown} />
      {months.length > 0 && (
        <section class="part">
          <h2>{table.months}</h2>
          <MonthsChart lang={lang} months={months} />
          <MonthTable {...shown} />
        </section>
      )}
      {units.length > 0 && <UnitTables {...shown} />}
      {comparison.length > 0 && <Comparison lang={lang} units={comparison} />}
      <CheckedFigures lang={lang} check={check} examples />
    </>
  )
}

/** A number as the way to its cases; nothing to open behind a nought. */
function CasesLink({ lang, cell, measure, period, unit, whose }: Shown<number> & { lang: Lang }) {
  if (cell === 0) return <span class="nought">0</span>
  return (
    <a href={inboxAddress(lang, casesOf(measure, period, unit))}>
      {number(lang, cell)}
      <span class="govuk-visually-hidden">{text[lang].table.open(text[lang].measure[measure], whose)}</span>
    </a>
  )
}
