import { number } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { DataTable, SummaryList } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { averageOf, type KeptTotals, MOST_STARS, starChoices } from '../rating.ts'
import { text } from '../text.ts'

interface DeskPanelProps {
  lang: Lang
  totals: KeptTotals
  byStars: ReadonlyMap<number, number>
}

/** What readers rated, for the office: sums and how often each number of stars, and of nobody. */
export function DeskPanel({ lang, totals, byStars }: DeskPanelProps) {
  const { desk, total, average, stars } = text[lang]
  const mean = averageOf(totals)
  const n = (value: number) => number(lang, value)
  return (
    <>
      <h2>{desk.title}</h2>
      {mean === null ? (
        <p>{desk.none}</p>
      ) : (
        <>
          <SummaryList
            rows={[
              { key: desk.total, value: total(n(totals.sum), n(totals.count)) },
              { key: desk.average, value: average(n(mean), n(MOST_STARS)) },
              ...(totals.start.count > 0 ? [{ key: desk.start, value: desk.startValue(n(totals.start.sum), n(totals.start.count)) }] : []),
            ]}
          />
          <DataTable
            caption={desk.caption}
            head={[{ text: desk.head[0] }, { text: desk.head[1], numeric: true }]}
            rows={starChoices.map((choice) => ({ cells: [stars(n(choice)), n(byStars.get(choice) ?? 0)] }))}
          />
        </>
      )}
      <p class="small">
        <a href={`${paths.data}.csv`}>{desk.data}</a>
      </p>
    </>
  )
}
