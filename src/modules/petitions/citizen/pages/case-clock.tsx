import { type CivilDate, daysBetween } from '../../../../shared/civil-date.ts'
import { longDate, percent, shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { ClockCard, type ClockCardProps, Tag } from '../../../../ui/index.ts'
import type { ClockView } from '../../../clocks/index.ts'
import type { Stage } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import { text } from '../text.ts'

/** "Còn 4 ngày", "Hết hạn hôm nay", "Quá hạn 2 ngày" */
export function timeLeft(lang: Lang, dueOn: CivilDate, today: CivilDate): string {
  const words = text[lang].matter
  const days = daysBetween(today, dueOn)
  if (days === 0) return words.today
  return days > 0 ? words.left(days) : words.overdue(-days)
}

/** The clock that matters now: the soonest that runs, else a paused one, else that of the answer. */
export function mainClock(clocks: readonly ClockView[]): ClockView | undefined {
  const soonest = (state: ClockView['state']) =>
    clocks.filter((clock) => clock.state === state).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]
  return soonest('running') ?? soonest('suspended') ?? clocks.find((clock) => clock.stage === 'resolution') ?? clocks.at(-1)
}

interface Props {
  lang: Lang
  clock: ClockView
  today: CivilDate
  level?: 2 | 3
}

/** One clock of a case, in words and as a bar. */
export function CaseClock({ lang, clock, today, level = 2 }: Props) {
  const words = text[lang].matter
  const label = petitionText[lang].stage[clock.stage as Stage] ?? clock.stage
  const tags = (
    <>
      {clock.local && <Tag>{words.local}</Tag>} {clock.extended && <Tag tone="soon">{words.extended}</Tag>}
    </>
  )
  const shared = { label, tag: tags, level, link: { href: localPath(lang, `/han/${clock.id}`), text: words.why } }
  return (
    <ClockCard {...shared} {...stateOf(lang, clock, today)}>
      <b>{longDate(lang, clock.metOn ?? clock.dueOn)}</b>
      {clock.metOn ? ` · ${words.dueOn(shortDate(clock.dueOn))}` : ` · ${words.startedOn(shortDate(clock.startedOn))}`}
    </ClockCard>
  )
}

function stateOf(lang: Lang, clock: ClockView, today: CivilDate): Pick<ClockCardProps, 'big' | 'tone' | 'used' | 'usedText'> {
  const words = text[lang].matter
  switch (clock.state) {
    case 'running': {
      const late = today > clock.dueOn
      const used = late ? 1 : daysBetween(clock.startedOn, today) / Math.max(1, daysBetween(clock.startedOn, clock.dueOn))
      return {
        big: timeLeft(lang, clock.dueOn, today),
        tone: late ? 'late' : 'running',
        used,
        usedText: words.used(percent(lang, Math.round(used * 100) / 100)),
      }
    }
    case 'suspended':
      return { big: words.paused, tone: 'paused' }
    case 'met':
      if (clock.stage === 'resolution')
        return { big: clock.late ? words.answeredLate : words.answeredOnTime, tone: clock.late ? 'late' : 'kept' }
      return { big: clock.late ? words.keptLate : words.kept, tone: clock.late ? 'late' : 'kept' }
    default:
      return { big: words.stopped, tone: 'paused' }
  }
}
