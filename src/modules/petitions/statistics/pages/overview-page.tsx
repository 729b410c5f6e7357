import type { ComponentChildren } from 'preact'
import type { CivilDate } from '../../../../shared/civil-date.ts'
import { number, shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, DataTable, EmptyState, PageHead, StatTiles } from '../../../../ui/index.ts'
import { inboxAddress } from '../../office/pages/inbox-address.ts'
import { text as officeText } from '../../office/text.ts'
import type { Statistics, UnitFigures } from '../figures.ts'
import { casesOf, type Measure, nowMeasures, periodMeasures } from '../measures.ts'
import { OVERVIEW } from '../paths.ts'
import type { Period } from '../period.ts'
import { periodName, shortMonth } from '../period-name.ts'
import { text } from '../text.ts'
import { Comparison } from './comparison.tsx'
import { MonthsChart } from './months-chart.tsx'
import { PeriodForm } from './period-form.tsx'

export interface OverviewPageProps {
  lang: Lang
  statistics: Statistics
  /** Set when the figures are those of one unit. */
  unitName: string | null
  today: CivilDate
}

/** What a chairman must know, each number a way to its cases. */
export function OverviewPage({ lang, statistics, unitName, today }: OverviewPageProps) {
  const { overview, table } = text[lang]
  const { period, total, units, comparison } = statistics
  const isEmpty = [...Object.values(total.period), ...Object.values(total.now)].every((n) => n === 0)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec'), text: officeText[lang].case.inbox }]} current={overview.title} />
      <PageHead title={unitName ? overview.ofUnit(unitName) : overview.title} lead={overview.lead} />
      <PeriodForm lang={lang} path={OVERVIEW} period={period} today={today} />
      {isEmpty && <EmptyState title={table.nothing} />}
      <Tiles lang={lang} statistics={statistics} today={today} whose={unitName ?? table.total} />
      {statistics.months.length > 0 && <Months lang={lang} statistics={statistics} whose={unitName ?? table.total} />}
      {units.length > 0 && <Units lang={lang} period={period} units={units} today={today} />}
      {comparison.length > 0 && <Comparison lang={lang} units={comparison} />}
    </>
  )
}

interface CasesLinkProps {
  lang: Lang
  measure: Measure
  n: number
  period: Pick<Period, 'name'>
  unit?: string | undefined
  whose: string
}

/** A number as the way to its cases; nothing to open behind a nought. */
function CasesLink({ lang, measure, n, period, unit, whose }: CasesLinkProps): ComponentChildren {
  if (n === 0) return <span class="nought">0</span>
  return (
    <a href={inboxAddress(lang, casesOf(measure, period, unit))}>
      {number(lang, n)}
      <span class="govuk-visually-hidden">{text[lang].table.open(text[lang].measure[measure], whose)}</span>
    </a>
  )
}

const toneOf: Partial<Record<Measure, 'ok' | 'soon' | 'late'>> = {
  onTime: 'ok',
  late: 'late',
  no: 'late',
  overdue: 'late',
  promisePassed: 'late',
  promiseSoon: 'soon',
  noOwner: 'soon',
}

function Tiles({ lang, statistics, today, whose }: { lang: Lang; statistics: Statistics; today: CivilDate; whose: string }) {
  const { measure: names, table } = text[lang]
  const { period, total } = statistics
  const tile = (measure: Measure, n: number) => ({
    value: <CasesLink lang={lang} measure={measure} n={n} period={period} whose={whose} />,
    label: names[measure],
    tone: n > 0 ? toneOf[measure] : undefined,
  })
  return (
    <section class="part">
      <h2>{table.inPeriod(periodName(lang, period.name))}</h2>
      <StatTiles items={periodMeasures.map((measure) => tile(measure, total.period[measure]))} />
      <h2>{table.now(shortDate(today))}</h2>
      <StatTiles items={nowMeasures.map((measure) => tile(measure, total.now[measure]))} />
    </section>
  )
}

function Months({ lang, statistics: { months }, whose }: { lang: Lang; statistics: Statistics; whose: string }) {
  const { measure: names, table } = text[lang]
  return (
    <section class="part">
      <h2>{table.months}</h2>
      <MonthsChart lang={lang} months={months} />
      <DataTable
        caption={table.months}
        captionHidden
        dense
        stack
        rowHeads
        head={[{ text: table.month }, ...periodMeasures.map((measure) => ({ text: names[measure], numeric: true }))]}
        rows={months.map(({ month, figures }) => ({
          cells: [
            shortMonth(month),
            ...periodMeasures.map((measure) => (
              <CasesLink
                lang={lang}
                measure={measure}
                n={figures[measure]}
                period={{ name: month }}
                whose={`${whose}, ${shortMonth(month)}`}
              />
            )),
          ],
        }))}
      />
      <p class="small muted">{table.extendedNote}</p>
    </section>
  )
}

function Units({ lang, period, units, today }: { lang: Lang; period: Period; units: readonly UnitFigures[]; today: CivilDate }) {
  const { table } = text[lang]
  return (
    <>
      <UnitTable
        lang={lang}
        caption={table.inPeriod(periodName(lang, period.name))}
        period={period}
        measures={periodMeasures}
        rows={units.map((unit) => ({ unit, figures: unit.period }))}
      />
      <UnitTable
        lang={lang}
        caption={table.now(shortDate(today))}
        period={period}
        measures={nowMeasures}
        rows={units.map((unit) => ({ unit, figures: unit.now }))}
      />
    </>
  )
}

interface UnitTableProps<Name extends Measure> {
  lang: Lang
  caption: string
  period: Period
  measures: readonly Name[]
  rows: readonly { unit: UnitFigures; figures: Record<Name, number> }[]
}

function UnitTable<Name extends Measure>({ lang, caption, period, measures, rows }: UnitTableProps<Name>) {
  const { measure: names, table } = text[lang]
  const told = rows.filter(({ figures }) => measures.some((measure) => figures[measure] > 0))
  if (told.length === 0) return null
  return (
    <section class="part">
      <DataTable
        caption={caption}
        dense
        stack
        rowHeads
        head={[{ text: table.unit }, ...measures.map((measure) => ({ text: names[measure], numeric: true }))]}
        rows={told.map(({ unit, figures }) => {
          const whose = unit.name ?? table.noUnit
          return {
            cells: [
              whose,
              ...measures.map((measure) => (
                <CasesLink lang={lang} measure={measure} n={figures[measure]} period={period} unit={unit.id} whose={whose} />
              )),
            ],
          }
        })}
      />
    </section>
  )
}
