import { addDays, type CivilDate } from '../../shared/civil-date.ts'
import type { ReportPeriod } from './fields.ts'
import type { Period } from './sources.ts'

/** From which day of the month before a reporting month runs; set by a document of the locality. */
export interface Cutoff {
  /** First day of the first month that runs so. */
  validFrom: CivilDate
  /** 1: the calendar month. */
  startDay: number
  documentNumber: string
}

/** First and last month of each report: quý, 6 tháng, 9 tháng, năm (TT 01/2024/TT-TTCP). */
const months: Record<ReportPeriod, readonly [first: number, last: number]> = {
  q1: [1, 3],
  q2: [4, 6],
  q3: [7, 9],
  q4: [10, 12],
  '6t': [1, 6],
  '9t': [1, 9],
  nam: [1, 12],
}

/**
 * The days of a report. Each month begins by the setting in force on its first day, so that reports join without gap or overlap also
 * where the setting changes.
 * @param cutoffs newest first
 */
export function periodOf(year: number, report: ReportPeriod, cutoffs: readonly Cutoff[]): Period {
  const [first, last] = months[report]
  const next = last === 12 ? firstOf(year + 1, 1) : firstOf(year, last + 1)
  return { from: beginning(firstOf(year, first), cutoffs), to: addDays(beginning(next, cutoffs), -1) }
}

/** The setting by which a report begins; undefined for calendar months that nobody set. */
export function cutoffOf(year: number, report: ReportPeriod, cutoffs: readonly Cutoff[]): Cutoff | undefined {
  return inForce(firstOf(year, months[report][0]), cutoffs)
}

/** The report to which a day belongs, by quarters. */
export function quarterOf(day: CivilDate, cutoffs: readonly Cutoff[]): { year: number; report: ReportPeriod } {
  const year = Number(day.slice(0, 4))
  for (const candidate of [year, year + 1])
    for (const report of ['q1', 'q2', 'q3', 'q4'] as const) {
      const { from, to } = periodOf(candidate, report, cutoffs)
      if (day >= from && day <= to) return { year: candidate, report }
    }
  throw new Error(`${day} lies in no quarter: the cut-off days leave a gap.`)
}

const firstOf = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}-01` as CivilDate
const inForce = (month: CivilDate, cutoffs: readonly Cutoff[]) => cutoffs.find(({ validFrom }) => validFrom <= month)

/** The day on which a reporting month begins: the first, or a day of the month before. */
function beginning(month: CivilDate, cutoffs: readonly Cutoff[]): CivilDate {
  const startDay = inForce(month, cutoffs)?.startDay ?? 1
  if (startDay === 1) return month
  return `${addDays(month, -1).slice(0, 8)}${String(startDay).padStart(2, '0')}` as CivilDate
}
