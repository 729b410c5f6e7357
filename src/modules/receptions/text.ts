import type { Lang } from '../../shared/lang.ts'
import type { Classification, Occasion } from './entry.ts'
import type { ReportPeriod } from './fields.ts'
import type { ReceptionAct } from './lifecycle.ts'
import type { TableName } from './report.ts'
import type { Standing } from './sources.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

type Details = Record<string, unknown>

export interface ReceptionsText {
  classification: Record<Classification, string>
  occasion: Record<Occasion, string>
  act: Record<ReceptionAct, string>
  /** Sentence of each kind of history entry. */
  event: Record<string, string>
  role: Record<string, string>
  fields: Record<string, string>
  errors: Record<string, string | ((details: Details) => string)>
  /** The registers as a whole. */
  tabs: { label: string; book: string; alarm: string; report: string }
  /** Form 03/TCD in its own words. */
  form: {
    title: string
    name: string
    source: string
    period: (from: string, to: string) => string
    columns: readonly string[]
    motto: readonly [string, string]
  }
  book: {
    title: string
    lead: string
    leadAuditor: string
    write: string
    print: string
    /** On the printed page. */
    printNow: string
    back: string
    sheet: string
    year: string
    month: string
    wholeYear: string
    show: string
    search: string
    searchHint: string
    searchHintAuditor: string
    searchButton: string
    found: (q: string) => string
    none: string
    noneHint: string
    head: Record<'number' | 'who' | 'summary' | 'classification' | 'handling' | 'followUp', string>
    group: (n: number) => string
    people: (n: number) => string
    denouncer: string
    secretSummary: string
    notForYou: string
    erased: string
    represented: (names: string) => string
    document: (number: string) => string
    competent: string
    settledBy: (agency: string) => string
    guided: (to: string) => string
    transferred: (to: string) => string
    tooMany: (n: number) => string
    file: string
    fileHint: string
    fileFrom: string
    fileTo: string
    download: string
  }
  entry: {
    title: (number: string) => string
    newTitle: string
    newLead: string
    fromAppointment: (code: string) => string
    groups: Record<'visit' | 'who' | 'what' | 'handling', string>
    denouncerRule: string
    hints: Record<
      | 'name'
      | 'summary'
      | 'classification'
      | 'identity'
      | 'people'
      | 'representatives'
      | 'previous'
      | 'settledBy'
      | 'competent'
      | 'guidedDocument'
      | 'followUp'
      | 'reason'
      | 'erase',
      string
    >
    save: string
    saved: string
    done: string
    correctTitle: string
    eraseTitle: string
    erase: string
    followsCase: (code: string) => string
    ofAppointment: string
    firstVisit: string
    repeated: (number: string) => string
    history: string
    earlier: (field: string) => string
    wrote: string
  }
  alarm: {
    title: string
    lead: (days: number, basis: string) => string
    upTo: (date: string) => string
    views: Record<Standing, string>
    explain: Record<Standing, string>
    none: Record<Standing, string>
    head: Record<'code' | 'subject' | 'kind' | 'received' | 'days' | 'status', string>
    days: (n: number) => string
  }
  report: {
    title: string
    lead: string
    year: string
    period: string
    periods: Record<ReportPeriod, string>
    named: (period: string, year: number) => string
    show: string
    calendar: string
    byDocument: (day: number, document: string) => string
    unfinished: string
    download: string
    measure: string
    all: string
    measures: Record<string, string>
    outcome: (name: string) => string
    tables: Record<TableName, { title: string; sheet: string; notes: readonly string[] }>
    figureTitle: (measure: string, column: string) => string
    figureCount: (n: number) => string
    figurePeople: (people: number, visits: number) => string
    back: string
    listHead: Record<'code' | 'subject' | 'kind' | 'received' | 'state' | 'number' | 'summary' | 'classification' | 'people', string>
    cellLabel: (n: string, measure: string, column: string) => string
  }
  cutoff: {
    admin: string
    title: string
    lead: string
    current: string
    none: string
    head: Record<'from' | 'runs' | 'document', string>
    runs: (day: number) => string
    set: string
    hints: Record<'validFrom' | 'startDay' | 'documentNumber', string>
    save: string
    saved: string
  }
}

export const text: Record<Lang, ReceptionsText> = { vi, en }
