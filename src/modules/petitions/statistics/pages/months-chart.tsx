import { number } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { ColumnChart } from '../../../../ui/index.ts'
import type { PeriodMeasure } from '../measures.ts'
import { text } from '../text.ts'
import { type Cell, rangeOf } from '../told.ts'

interface MonthsChartProps {
  lang: Lang
  months: readonly { month: string; figures: Record<Extract<PeriodMeasure, 'received' | 'onTime' | 'late'>, Cell> }[]
}

/** Few are all drawn alike, as high as the most that they may be. */
const heightOf = (cell: Cell) => rangeOf(cell)?.most ?? 0

/** Columns of the months; the table below holds the same numbers. */
export function MonthsChart({ lang, months }: MonthsChartProps) {
  const { measure, table } = text[lang]
  return (
    <ColumnChart
      label={table.chart}
      series={[
        { name: measure.received, tone: 'paused' },
        { name: measure.onTime, tone: 'kept' },
        { name: measure.late, tone: 'late' },
      ]}
      items={months.map(({ month, figures }, i) => ({
        label: String(Number(month.slice(5))),
        under: i === 0 || month.endsWith('-01') ? month.slice(0, 4) : undefined,
        values: [figures.received, figures.onTime, figures.late].map(heightOf),
      }))}
      numbered={(n) => number(lang, n)}
    />
  )
}
