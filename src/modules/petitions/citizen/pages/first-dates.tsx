import { longDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import type { ClockView } from '../../../clocks/index.ts'
import type { Stage } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import { text } from '../text.ts'

/** The first due dates, each with the way to its explanation; on paper without. */
export function FirstDates({ lang, clocks, links }: { lang: Lang; clocks: readonly ClockView[]; links: boolean }) {
  const words = text[lang].done
  return (
    <ul>
      {clocks.map((clock) => (
        <li>
          {petitionText[lang].stage[clock.stage as Stage] ?? clock.stage}: <b>{longDate(lang, clock.dueOn)}</b> (
          {clock.local ? words.local : words.law}) {links && <a href={localPath(lang, `/han/${clock.id}`)}>{words.why}</a>}
        </li>
      ))}
    </ul>
  )
}
