import type { Lang } from '../../../shared/lang.ts'
import type { Measure } from './measures.ts'
import type { DatasetField, DatasetName } from './open-data/datasets.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'
import type { Cell } from './told.ts'

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
    /** Unit, share, on time, late, interval, drawn. */
    shareHead: readonly string[]
    rate: string
    /** Unit, rate, received, residents, interval, drawn. */
    rateHead: readonly string[]
    interval: (low: string, high: string) => string
    noRate: string
    noSource: string
  }
  overview: { title: string; ofUnit: (unit: string) => string; lead: string; link: string }
  /** What stands in place of a number that is not told in public. */
  cell: Record<Exclude<Cell, number>, string>
  check: {
    never: string
    same: (when: string, matters: string) => string
    differs: string
    wrong: (when: string, n: string) => string
    examples: string
  }
  openData: {
    title: string
    lead: string
    licenceTitle: string
    licence: string
    updateTitle: string
    update: string
    formTitle: string
    form: readonly string[]
    statistics: string
    mirror: string
    spreadsheet: string
    field: string
    meaning: string
    fieldsOf: (dataset: string) => string
    datasets: Record<DatasetName, { title: string; about: string }>
    fields: Record<DatasetField, string>
  }
  publicPage: { title: string; lead: string; units: string; few: string; how: string; openData: string }
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
