import type { CivilDate } from '../../../shared/civil-date.ts'
import { addDays } from '../../../shared/civil-date.ts'
import { periodOf } from '../clock/periods.ts'
import { type ReportEvery, reportEveries } from './report.ts'

/** Periods that can be asked for: of each kind today's and those before it in a year, the one that ended last first. */
export function periodsToAsk(today: CivilDate): string[] {
  const periods = reportEveries.flatMap((every) => periodsBack(every, today))
  const isOver = (to: CivilDate) => to < today
  return periods
    .toSorted((one, other) => Number(isOver(other.to)) - Number(isOver(one.to)) || (one.to < other.to ? 1 : one.to > other.to ? -1 : 0))
    .map(({ name }) => name)
}

const back = { quarter: 5, 'half-year': 3, year: 2 } as const satisfies Record<ReportEvery, number>

function periodsBack(every: ReportEvery, today: CivilDate) {
  let period = periodOf(every, today)
  return Array.from({ length: back[every] }, () => {
    const one = period
    period = periodOf(every, addDays(one.from, -1))
    return one
  })
}
