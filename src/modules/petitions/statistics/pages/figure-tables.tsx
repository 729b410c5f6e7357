import type { ComponentChildren } from 'preact'
import type { CivilDate } from '../../../../shared/civil-date.ts'
import { shortDate } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { DataTable, StatTiles } from '../../../../ui/index.ts'
import type { FigureTables, UnitFigures } from '../figures.ts'
import { type Measure, nowMeasures, periodMeasures } from '../measures.ts'
import type { Period } from '../period.ts'
import { periodName, shortMonth } from '../period-name.ts'
import { text } from '../text.ts'

/** One number of a table, and what it is a number of. */
export interface Shown<Cell> {
  cell: Cell
  measure: Measure
  period: Pick<Period, 'name'>
  /** A unit's id or `none`; absent for all. */
  unit?: string
  whose: string
}

export interface FigureTablesProps<Cell> {
  lang: Lang
  tables: FigureTables<Cell>
  today: CivilDate
  /** Whose the totals are. */
  whose: string
  /** Draws a number: as the way to its cases in the office, as told in public. */
  show: (shown: Shown<Cell>) => ComponentChildren
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

/** The great figures: what happened in the period, what stands today. */
export function Tiles<Cell>({ lang, tables: { period, total }, today, whose, show }: FigureTablesProps<Cell>) {
  const { measure: names, table } = text[lang]
  const tile = (measure: Measure, cell: Cell) => ({
    value: show({ cell, measure, period, whose }),
    label: names[measure],
    tone: cell === 0 ? undefined : toneOf[measure],
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

/** The months: the table that is equal to the chart above it. */
export function MonthTable<Cell>({ lang, tables: { months }, whose, show }: FigureTablesProps<Cell>) {
  const { measure: names, table } = text[lang]
  return (
    <>
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
            ...periodMeasures.map((measure) =>
              show({ cell: figures[measure], measure, period: { name: month }, whose: `${whose}, ${shortMonth(month)}` }),
            ),
          ],
        }))}
      />
      <p class="small muted">{table.extendedNote}</p>
    </>
  )
}

export function UnitTables<Cell>({ lang, tables: { period, units }, today, show }: FigureTablesProps<Cell>) {
  const { table } = text[lang]
  const common = { lang, period, show }
  const inPeriod = table.inPeriod(periodName(lang, period.name))
  return (
    <>
      <UnitTable {...common} caption={inPeriod} measures={periodMeasures} rows={units.map((unit) => ({ unit, cells: unit.period }))} />
      <UnitTable
        {...common}
        caption={table.now(shortDate(today))}
        measures={nowMeasures}
        rows={units.map((unit) => ({ unit, cells: unit.now }))}
      />
    </>
  )
}

interface UnitTableProps<Name extends Measure, Cell> extends Pick<FigureTablesProps<Cell>, 'lang' | 'show'> {
  caption: string
  period: Period
  measures: readonly Name[]
  rows: readonly { unit: UnitFigures<Cell>; cells: Record<Name, Cell> }[]
}

function UnitTable<Name extends Measure, Cell>({ lang, caption, period, measures, rows, show }: UnitTableProps<Name, Cell>) {
  const { measure: names, table } = text[lang]
  const told = rows.filter(({ cells }) => measures.some((measure) => cells[measure] !== 0))
  if (told.length === 0) return null
  return (
    <section class="part">
      <DataTable
        caption={caption}
        dense
        stack
        rowHeads
        head={[{ text: table.unit }, ...measures.map((measure) => ({ text: names[measure], numeric: true }))]}
        rows={told.map(({ unit, cells }) => {
          const whose = unit.name ?? table.noUnit
          return { cells: [whose, ...measures.map((measure) => show({ cell: cells[measure], measure, period, unit: unit.id, whose }))] }
        })}
      />
    </section>
  )
}
