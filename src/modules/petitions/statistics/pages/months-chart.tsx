import { number } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { ColumnChart } from '../../../../ui/index.ts'
import type { PeriodFigures } from '../measures.ts'
import { text } from '../text.ts'

/** Columns of the months; the table below holds the same numbers. */
export function MonthsChart({
  lang,
  months,
}: {
  lang: Lang
  months: readonly { month: string; figures: Pick<PeriodFigures, 'received' | 'onTime' | 'late'> }[]
}) {
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
        values: [figures.received, figures.onTime, figures.late],
      }))}
      numbered={(n) => number(lang, n)}
    />
  )
}
