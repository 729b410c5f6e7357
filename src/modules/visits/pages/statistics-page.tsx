import type { CivilDate } from '../../../shared/civil-date.ts'
import { number, shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ColumnChart, DataTable, PageHead, StatTiles } from '../../../ui/index.ts'
import type { EarlierCounters } from '../carry-over.ts'
import { monthOf, type VisitFigures } from '../figures.ts'
import type { Grain, PeriodCount } from '../list-periods.ts'
import { type Month, monthNameOf, nextMonth, previousMonth } from '../month.ts'
import { dataAddress, monthAddress } from '../paths.ts'
import { text } from '../text.ts'

export interface StatisticsPageProps {
  lang: Lang
  figures: VisitFigures
  month: Month
  thisMonth: Month
  days: readonly PeriodCount[]
  months: readonly PeriodCount[]
  carriedOver: EarlierCounters | undefined
  /** Day on which counting began: nothing is known of the time before. */
  since: CivilDate
}

/** `11/2026` */
export const monthWords = (month: Month) => `${month.slice(5)}/${month.slice(0, 4)}`

/** Days under the columns: all thirty-one would not fit a phone. */
const isNamed = (day: number) => day === 1 || day % 5 === 0

export function StatisticsPage({ lang, figures, month, thisMonth, days, months, carriedOver, since }: StatisticsPageProps) {
  const { page: words, footer } = text[lang]
  const year = month.slice(0, 4)
  const n = (value: number) => number(lang, value)
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <StatTiles
        items={[
          { label: footer.online, value: n(figures.online) },
          { label: footer.today, value: n(figures.today) },
          { label: footer.month, value: n(figures.month) },
          { label: footer.total, value: n(figures.total) },
        ]}
      />
      <p class="muted">{words.onlineApart(n(figures.members), n(figures.online - figures.members))}</p>
      <section class="part">
        <h2>{words.daysOf(monthWords(month))}</h2>
        <div class="period no-print">
          {month > monthNameOf(since) && (
            <a href={localPath(lang, monthAddress(previousMonth(month)))} rel="prev">
              {words.previous(monthWords(previousMonth(month)))}
            </a>
          )}
          {month < thisMonth && (
            <a href={localPath(lang, monthAddress(nextMonth(month)))} rel="next">
              {words.next(monthWords(nextMonth(month)))}
            </a>
          )}
        </div>
        <ColumnChart
          label={words.chartDays(monthWords(month))}
          series={[{ name: words.visits, tone: 'paused' }]}
          items={days.map(({ startsOn, visits }) => {
            const day = Number(startsOn.slice(8))
            return { label: isNamed(day) ? String(day) : '', values: [visits] }
          })}
          numbered={n}
        />
        <CountTable lang={lang} grain="day" caption={words.daysOf(monthWords(month))} rows={days.filter((day) => day.startsOn >= since)} />
      </section>
      <section class="part">
        <h2>{words.monthsOf(year)}</h2>
        <ColumnChart
          label={words.chartMonths(year)}
          series={[{ name: words.visits, tone: 'paused' }]}
          items={months.map(({ startsOn, visits }) => ({ label: String(Number(startsOn.slice(5, 7))), values: [visits] }))}
          numbered={n}
        />
        <CountTable
          lang={lang}
          grain="month"
          caption={words.monthsOf(year)}
          rows={months.filter((month) => month.startsOn >= monthOf(since))}
        />
        {carriedOver && (
          <p>
            {words.carriedOver(shortDate(carriedOver.carriedOverOn), n(carriedOver.today), n(carriedOver.month), n(carriedOver.total))}{' '}
            {words.readOn(shortDate(carriedOver.readOn), n(carriedOver.online))}
          </p>
        )}
      </section>
      <section class="part">
        <h2>{words.howTitle}</h2>
        <ul>
          {words.how.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        <h2>{words.data}</h2>
        {(['day', 'month'] as const).map((grain) => (
          <p class="data-links">
            {grain === 'day' ? words.days : words.months} <a href={dataAddress('json', grain)}>JSON</a>{' '}
            <a href={dataAddress('csv', grain)}>CSV</a> <a href={`${dataAddress('csv', grain)}&bom=1`}>{words.spreadsheet}</a>
          </p>
        ))}
      </section>
    </>
  )
}

/** The numbers of a chart, newest first, with what the chart does not show. */
function CountTable({ lang, grain, caption, rows }: { lang: Lang; grain: Grain; caption: string; rows: readonly PeriodCount[] }) {
  const words = text[lang].page
  const numeric = (name: string) => ({ text: name, numeric: true })
  return (
    <DataTable
      caption={caption}
      captionHidden
      rowHeads
      empty={<p>{words.notCounted}</p>}
      head={[{ text: words[grain] }, numeric(words.visits), numeric(words.pages), numeric(words.robots)]}
      rows={rows.toReversed().map(({ startsOn, visits, pages, robotPages }) => ({
        cells: [
          grain === 'day' ? (
            shortDate(startsOn)
          ) : (
            <a href={localPath(lang, monthAddress(startsOn.slice(0, 7)))}>{monthWords(startsOn.slice(0, 7))}</a>
          ),
          number(lang, visits),
          number(lang, pages),
          number(lang, robotPages),
        ],
      }))}
    />
  )
}
