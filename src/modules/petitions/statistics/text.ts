import type { Lang } from '../../../shared/lang.ts'
import type { Measure } from './measures.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Words of the statistics: the chairman's page, the public page, open data. */
export interface StatisticsText {
  /** Names of the fields of addresses. */
  fields: Record<string, string>
  measure: Record<Measure, string>
  /** How each number is counted. */
  meaning: Record<Measure, string>
  period: {
    label: string
    choose: string
    months: string
    quarters: string
    years: string
    month: (month: number, year: string) => string
    quarter: (quarter: string, year: string) => string
    year: (year: string) => string
    previous: (name: string) => string
    next: (name: string) => string
  }
  table: {
    unit: string
    month: string
    total: string
    noUnit: string
    inPeriod: (period: string) => string
    now: (day: string) => string
    months: string
    chart: string
    nothing: string
    extendedNote: string
    /** Heard after a number that is a link. */
    open: (measure: string, whose: string) => string
  }
  comparison: {
    title: string
    how: string
    share: string
    shareHead: readonly [string, string, string, string]
    rate: string
    rateHead: readonly [string, string, string, string]
    interval: (low: string, high: string) => string
    of: (part: string, whole: string) => string
    residents: (n: string) => string
    noRate: string
  }
  overview: { title: string; ofUnit: (unit: string) => string; lead: string; link: string }
  /** A filter of the officers' list, in words. */
  filter: {
    received: (period: string) => string
    answered: (period: string) => string
    open: string
    late: Record<'yes' | 'no', string>
    extended: string
    verdict: (verdict: string) => string
    promise: Record<'passed' | 'soon', string>
    owner: string
    noUnit: string
  }
}

export const text: Record<Lang, StatisticsText> = { vi, en }
