import type { InboxFilter } from '../list-inbox.ts'
import type { Period } from './period.ts'

/** What is counted in a period. */
export const periodMeasures = ['received', 'onTime', 'onTimeExtended', 'late', 'no', 'partly'] as const
/** What is counted as it stands today. */
export const nowMeasures = ['open', 'overdue', 'promisePassed', 'promiseSoon', 'noOwner'] as const
export type PeriodMeasure = (typeof periodMeasures)[number]
export type NowMeasure = (typeof nowMeasures)[number]
export type Measure = PeriodMeasure | NowMeasure

export type PeriodFigures = Record<PeriodMeasure, number>
export type NowFigures = Record<NowMeasure, number>

/** Owner of what lies with no unit yet, in figures and as a filter of lists. */
export const NO_UNIT = 'none'

/** Days ahead in which a promise is said to come due. */
export const PROMISE_SOON_DAYS = 7

/** The list that holds exactly the cases of a number: its filter in the inbox. */
export function casesOf(measure: Measure, period: Pick<Period, 'name'>, unit?: string): Partial<InboxFilter> {
  const answered = { view: 'all', answered: period.name } as const
  const filters: Record<Measure, Partial<InboxFilter>> = {
    received: { view: 'all', received: period.name },
    onTime: { ...answered, late: 'no' },
    onTimeExtended: { ...answered, late: 'no', extended: 'yes' },
    late: { ...answered, late: 'yes' },
    no: { ...answered, verdict: 'no' },
    partly: { ...answered, verdict: 'partly' },
    open: { view: 'all', open: 'yes' },
    overdue: { view: 'overdue' },
    promisePassed: { view: 'all', promise: 'passed' },
    promiseSoon: { view: 'all', promise: 'soon' },
    noOwner: { view: 'all', open: 'yes', owner: 'none' },
  }
  return { ...filters[measure], ...(unit ? { unit } : {}) }
}
