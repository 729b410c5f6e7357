import type { BarTone } from './bars.tsx'

export interface ColumnSeries {
  name: string
  tone: BarTone
}

export interface ColumnItem {
  /** Under the columns; short: there may be twelve on a phone. */
  label: string
  /** A second line under some of them: the year. */
  under?: string | undefined
  /** One number a series. */
  values: readonly number[]
}

export interface ColumnChartProps {
  /** What the picture shows, for who does not see it; a table beside it must hold the same numbers. */
  label: string
  series: readonly ColumnSeries[]
  items: readonly ColumnItem[]
  /** Writes a number of the scale. */
  numbered: (n: number) => string
}

const TOP = 12
const PLOT = 150
const LEFT_PERCENT = 8
/** Room for a letter of the scale's numbers, on a phone. */
const LETTER_PERCENT = 2.4
/** Part of each place that is left free beside its columns. */
const GAP = 0.24

/** The round number at or above the greatest: 1, 2 or 5 with noughts. */
export function roundTop(greatest: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, greatest)))
  return [1, 2, 5, 10].map((n) => n * ten).find((n) => n >= greatest) ?? ten * 10
}

const percent = (n: number) => `${Math.round(n * 100) / 100}%`

/** Columns side by side, drawn on the server: places in percent, heights and letters in pixels, so that it fits a phone unshrunk. */
export function ColumnChart({ label, series, items, numbered }: ColumnChartProps) {
  const top = roundTop(Math.max(1, ...items.flatMap((item) => item.values)))
  const left = Math.max(LEFT_PERCENT, numbered(top).length * LETTER_PERCENT)
  const place = (100 - left) / Math.max(1, items.length)
  const width = (place * (1 - GAP)) / series.length
  const lines = top % 2 === 0 ? [0, top / 2, top] : [0, top]
  return (
    <div class="column-chart">
      <ul class="legend">
        {series.map(({ name, tone }) => (
          <li>
            <svg class={`bar-${tone}`} width="14" height="14" aria-hidden="true">
              <rect class="bar-fill" width="14" height="14" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <svg width="100%" height={TOP + PLOT + 42} role="img" aria-label={label}>
        {lines.map((n) => {
          const y = TOP + PLOT - (n / top) * PLOT
          return (
            <g class="scale">
              <line x1={percent(left)} x2="100%" y1={y} y2={y} />
              <text x={percent(left - 1.5)} y={y + 4} text-anchor="end">
                {numbered(n)}
              </text>
            </g>
          )
        })}
        {items.map((item, i) => {
          const begin = left + place * i
          return (
            <g>
              {item.values.map((value, j) => {
                const height = (value / top) * PLOT
                const x = percent(begin + (place * GAP) / 2 + width * j)
                return (
                  <g class={`bar-${series[j]?.tone}`}>
                    <rect class="bar-fill" x={x} width={percent(width * 0.92)} y={TOP + PLOT - height} height={height} />
                  </g>
                )
              })}
              <text x={percent(begin + place / 2)} y={TOP + PLOT + 18} text-anchor="middle">
                {item.label}
              </text>
              {item.under && (
                <text x={percent(begin + place / 2)} y={TOP + PLOT + 36} text-anchor="middle">
                  {item.under}
                </text>
              )}
            </g>
          )
        })}
      </svg>
    </div>
  )
}
