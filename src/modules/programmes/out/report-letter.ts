import { type CivilDate, lastDayOfMonth } from '../../../shared/civil-date.ts'
import { shortDate } from '../../../shared/format.ts'
import type { Block, Letter } from '../../letters/index.ts'
import { isLate, isOpen } from '../rules.ts'
import { dueOf } from './item-words.ts'
import type { Out, OutItem } from './load-out.ts'
import { frameOf } from './programme-letter.ts'
import { assignmentOf } from './tables.ts'
import { words } from './words.vi.ts'

export interface Period {
  from: CivilDate
  to: CivilDate
}

/** The calendar quarter that a day is in. */
export function quarterOf(day: CivilDate): Period {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  const month = (n: number) => `${day.slice(0, 4)}-${String(n).padStart(2, '0')}-01` as CivilDate
  return { from: month(first), to: lastDayOfMonth(month(first + 2)) }
}

/** A quarter, half a year or a year by its name; other days by the days. */
export function periodWords({ from, to }: Period): string {
  const year = from.slice(0, 4)
  const names: Record<string, string> = {
    '01-01 03-31': words.report.quarter('I', year),
    '04-01 06-30': words.report.quarter('II', year),
    '07-01 09-30': words.report.quarter('III', year),
    '10-01 12-31': words.report.quarter('IV', year),
    '01-01 06-30': words.report.half(true, year),
    '07-01 12-31': words.report.half(false, year),
    '01-01 12-31': words.report.year(year),
  }
  const named = to.startsWith(year) ? names[`${from.slice(5)} ${to.slice(5)}`] : undefined
  return named ?? words.report.period(from, to)
}

/** "Báo cáo tiến độ": counts as of today, what was done in the period, what is late, what the people say. */
export function reportLetter(out: Out, period: Period, today: CivilDate): Letter {
  const { report } = words
  const items = out.items.filter(({ task }) => task.kind !== 'objective')
  const within = (day: CivilDate | null) => day !== null && day >= period.from && day <= period.to
  const withStatus = (status: string) => items.filter(({ task }) => task.status === status)
  const late = items.filter(({ task }) => isLate(task, today))
  const open = items.filter(({ task }) => isOpen(task.status))
  const done = withStatus('done')
  const counts = {
    all: items.length,
    done: done.length,
    reported: withStatus('reported').length,
    open: withStatus('planned').length + withStatus('inProgress').length,
    late: late.length,
    cancelled: withStatus('cancelled').length,
  }
  const doneWords = ({ task, lead }: OutItem) => report.item(task.title, lead, task.doneOn ? shortDate(task.doneOn) : '')
  const dueWords = ({ task, lead }: OutItem) => report.item(task.title, lead, dueOf(task))
  const blocks: Block[] = [
    { heading: report.general, level: 1 },
    { paragraph: report.asOf(today) },
    { list: report.counts(counts) },
    ...section(report.done, done.filter(({ task }) => within(task.doneOn)).map(doneWords)),
    ...section(report.late, late.map(dueWords)),
    ...section(report.open, open.filter(({ task }) => within(task.dueOn) && !isLate(task, today)).map(dueWords)),
    { heading: report.people, level: 1 },
    { paragraph: saidOf(items) },
  ]
  const subject = report.subject(out.programme.title, periodWords(period))
  return { paper: 'report', ...frameOf(out, today), subject, blocks, appendices: [assignmentOf(out)] }
}

function section(heading: string, lines: readonly string[]): Block[] {
  return [{ heading, level: 1 }, lines.length > 0 ? { list: lines } : { paragraph: words.report.none }]
}

function saidOf(items: readonly OutItem[]): string {
  const sum = (of: (item: OutItem) => number) => items.reduce((all, item) => all + of(item), 0)
  const [done, partly, not] = [sum(({ task }) => task.saidDone), sum(({ task }) => task.saidPartly), sum(({ task }) => task.saidNot)]
  return done + partly + not === 0 ? words.report.noneSaid : words.report.said(done, partly, not)
}
