import type { Lang } from '../../shared/lang.ts'
import type { fields } from './data-routes.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface VisitsText {
  footer: { title: string; online: string; today: string; month: string; total: string }
  page: {
    title: string
    lead: string
    daysOf: (month: string) => string
    monthsOf: (year: string) => string
    chartDays: (month: string) => string
    chartMonths: (year: string) => string
    day: string
    month: string
    visits: string
    pages: string
    robots: string
    previous: (month: string) => string
    next: (month: string) => string
    carriedOver: (on: string, today: string, month: string, total: string) => string
    readOn: (on: string, online: string) => string
    notCounted: string
    onlineApart: (members: string, guests: string) => string
    howTitle: string
    how: readonly string[]
    data: string
    days: string
    months: string
    spreadsheet: string
  }
  /** For the page of open data. */
  dataset: { title: string; about: string; fields: Readonly<Record<(typeof fields)[number], string>> }
  fields: { ky: string; by: string; after: string; limit: string; bom: string }
}

export const text: Record<Lang, VisitsText> = { vi, en }
