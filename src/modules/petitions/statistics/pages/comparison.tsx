import { number, percent, shortDate } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { DataTable, IntervalBar } from '../../../../ui/index.ts'
import type { UnitComparison } from '../compare-units.ts'
import { text } from '../text.ts'
import { cellWords } from './cell-words.ts'

/** Units beside one another by name, with intervals instead of ranks. */
export function Comparison({ lang, units }: { lang: Lang; units: readonly UnitComparison[] }) {
  const words = text[lang].comparison
  return (
    <section class="part">
      <h2>{words.title}</h2>
      <p>{words.how}</p>
      <Shares lang={lang} units={units} />
      <Rates lang={lang} units={units} />
    </section>
  )
}

function Shares({ lang, units }: { lang: Lang; units: readonly UnitComparison[] }) {
  const words = text[lang].comparison
  const rows = units.flatMap(({ name, share, onTime, late }) => {
    if (!share) return []
    const cells = [
      name,
      share.at === null ? '–' : percent(lang, share.at),
      cellWords(lang, onTime),
      cellWords(lang, late),
      words.interval(percent(lang, share.low), percent(lang, share.high)),
      <IntervalBar low={share.low} at={share.at ?? undefined} high={share.high} />,
    ]
    return [{ cells }]
  })
  if (rows.length === 0) return null
  return <DataTable caption={words.share} rowHeads stack head={words.shareHead.map((name) => ({ text: name }))} rows={rows} />
}

function Rates({ lang, units }: { lang: Lang; units: readonly UnitComparison[] }) {
  const words = text[lang].comparison
  const most = Math.max(0, ...units.map(({ rate }) => rate?.high ?? 0))
  const rows = units.flatMap(({ name, rate, received, residents }) => {
    if (!rate || !residents) return []
    const cells = [
      name,
      rate.at === null ? '–' : decimal(lang, rate.at),
      cellWords(lang, received),
      <>
        {number(lang, residents.residents)}
        <br />
        <span class="small muted">
          {residents.source ?? words.noSource}, {shortDate(residents.validFrom)}
        </span>
      </>,
      words.interval(decimal(lang, rate.low), decimal(lang, rate.high)),
      <IntervalBar low={rate.low / most} at={rate.at === null ? undefined : rate.at / most} high={rate.high / most} />,
    ]
    return [{ cells }]
  })
  if (rows.length === 0) return <p class="muted">{words.noRate}</p>
  return <DataTable caption={words.rate} rowHeads stack head={words.rateHead.map((name) => ({ text: name }))} rows={rows} />
}

/** Two decimals are enough for a rate: `0,41`. */
function decimal(lang: Lang, value: number): string {
  return number(lang, Math.round(value * 100) / 100)
}
