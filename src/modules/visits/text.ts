import type { DatasetWords } from '../../shared/dataset.ts'
import type { Lang } from '../../shared/lang.ts'
import type { VisitField } from './dataset.ts'
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
  dataset: DatasetWords<VisitField>
  fields: { ky: string; by: string; after: string; limit: string; bom: string }
}

export const text: Record<Lang, VisitsText> = { vi, en }
