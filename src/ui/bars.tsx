import { safeHref } from './safe-href.ts'

export type BarTone = 'running' | 'kept' | 'late' | 'paused'

/** Held between 0 and 1; whatever is not a number is 0. */
function part(share: number): number {
  return share > 0 ? Math.min(share, 1) : 0
}

export interface BarProps {
  /** 0 to 1 */
  share: number
  tone?: BarTone | undefined
  /** Without it the bar is decoration: a figure beside it must say the same. */
  label?: string | undefined
  tall?: boolean | undefined
}

/** A share as a drawn bar: prints, and needs no inline style. */
export function Bar({ share, tone = 'kept', label, tall }: BarProps) {
  const shape = { class: `bar bar-${tone}${tall ? ' bar-tall' : ''}`, width: '100%', height: tall ? 12 : 10 }
  const rects = (
    <>
      <rect class="bar-track" width="100%" height="100%" />
      <rect class="bar-fill" width={`${Math.round(part(share) * 1000) / 10}%`} height="100%" />
    </>
  )
  return label ? (
    <svg {...shape} role="img" aria-label={label}>
      {rects}
    </svg>
  ) : (
    <svg {...shape} aria-hidden="true">
      {rects}
    </svg>
  )
}

export interface IntervalBarProps {
  /** All three 0 to 1. */
  low: number
  high: number
  /** Where the number itself lies; absent when it is not told. */
  at?: number | undefined
}

/** What chance allows around a number, from low to high. Decoration: figures beside it must say the same. */
export function IntervalBar({ low, high, at }: IntervalBarProps) {
  const percent = (share: number) => Math.round(part(share) * 1000) / 10
  const from = percent(low)
  return (
    <svg class="bar interval" width="100%" height="14" aria-hidden="true">
      <rect class="bar-track" y="6" width="100%" height="2" />
      <rect
        class="interval-span"
        x={`${from}%`}
        width={`${Math.max(0.5, Math.round((percent(high) - from) * 10) / 10)}%`}
        y="3"
        height="8"
      />
      {at !== undefined && <circle class="interval-at" cx={`${percent(at)}%`} cy="7" r="4" />}
    </svg>
  )
}

export interface BarItem {
  label: string
  /** As people read it: "91 %", "19/24". */
  value: string
  /** 0 to 1 */
  share: number
  tone?: BarTone | undefined
  href?: string | undefined
}

export interface BarChartProps {
  caption: string
  captionHidden?: boolean | undefined
  /** Names of the two columns, heard only. */
  head: readonly [string, string]
  items: readonly BarItem[]
}

/** A table whose figures are also drawn: the picture and the equal table are one. */
export function BarChart({ caption, captionHidden, head, items }: BarChartProps) {
  return (
    <table class="bar-chart">
      <caption class={captionHidden ? 'govuk-visually-hidden' : undefined}>{caption}</caption>
      <thead class="govuk-visually-hidden">
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr>
            <th scope="row">{item.href ? <a href={safeHref(item.href)}>{item.label}</a> : item.label}</th>
            <td>
              <span class="bar-cell">
                <Bar share={item.share} tone={item.tone} />
                <span class="num">{item.value}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
