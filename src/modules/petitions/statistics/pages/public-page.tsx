import type { CivilDate } from '../../../../shared/civil-date.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { PageHead } from '../../../../ui/index.ts'
import type { UnitComparison } from '../compare-units.ts'
import type { FigureCheck } from '../figure-checks.ts'
import type { FigureTables } from '../figures.ts'
import { nowMeasures, periodMeasures } from '../measures.ts'
import { OPEN_DATA, STATISTICS } from '../paths.ts'
import { text } from '../text.ts'
import type { Cell } from '../told.ts'
import { cellWords } from './cell-words.ts'
import { CheckedFigures } from './checked-figures.tsx'
import { Comparison } from './comparison.tsx'
import { type FigureTablesProps, MonthTable, Tiles, UnitTables } from './figure-tables.tsx'
import { MonthsChart } from './months-chart.tsx'
import { PeriodForm } from './period-form.tsx'

export interface PublicPageProps {
  lang: Lang
  tables: FigureTables<Cell>
  comparison: readonly UnitComparison[]
  check: FigureCheck | undefined
  today: CivilDate
}

/** The office's figures for everybody. */
export function PublicPage({ lang, tables, comparison, check, today }: PublicPageProps) {
  const { publicPage: words, table, measure: names, meaning } = text[lang]
  const shown: FigureTablesProps<Cell> = {
    lang,
    tables,
    today,
    whose: table.total,
    show: ({ cell }) => (cell === 0 ? <span class="nought">0</span> : cellWords(lang, cell)),
  }
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <PeriodForm lang={lang} path={STATISTICS} period={tables.period} today={today} />
      <Tiles {...shown} />
      {tables.months.length > 0 && (
        <section class="part">
          <h2>{table.months}</h2>
          <MonthsChart lang={lang} months={tables.months} />
          <MonthTable {...shown} />
        </section>
      )}
      {tables.units.length > 0 && (
        <section class="part">
          <h2>{words.units}</h2>
          <UnitTables {...shown} />
          <p class="small muted">{words.few}</p>
        </section>
      )}
      {comparison.length > 0 && <Comparison lang={lang} units={comparison} />}
      <section class="part">
        <h2>{words.how}</h2>
        <dl class="meanings">
          {[...periodMeasures, ...nowMeasures].map((measure) => (
            <>
              <dt>{names[measure]}</dt>
              <dd>{meaning[measure]}</dd>
            </>
          ))}
        </dl>
        <CheckedFigures lang={lang} check={check} />
        <p>
          <a href={localPath(lang, OPEN_DATA)}>{words.openData}</a>
        </p>
      </section>
    </>
  )
}
