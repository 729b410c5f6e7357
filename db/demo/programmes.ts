import type { ItemKind, ProgrammeAct, Recurrence, ReportAct, ReportEvery, TaskAct } from '../../src/modules/programmes/index.ts'
import programmesJson from './programmes.json' with { type: 'json' }

/** A step of somebody of the town, so many days ago. */
export interface DemoAct<Act extends string> {
  act: Act
  by: string
  daysAgo: number
  /** `dueIn` stands for a day: so many days from today; `unit` and `person` for an id, by their key and user name. */
  input?: Record<string, unknown> & { dueIn?: number; unit?: string; person?: string }
  /** Evidence: an article of the town by its key, and what it shows. */
  article?: string
  caption?: string
}

export interface DemoItem {
  /** For the steps below. */
  key?: string
  /** How the sentence of the paper that it comes from begins. */
  sentence: string
  kind: ItemKind
  title: string
  /** Keys of units of the town. */
  unit?: string
  partners?: string[]
  leadWords?: string
  dueWords?: string
  every?: Recurrence
  dueIn?: number
}

/** One press of "Yêu cầu báo cáo": of the period that was over on that day, or of the one that ran. */
export interface DemoReports {
  every: ReportEvery
  isOver: boolean
  askedDaysAgo: number
  dueIn: number
  /** By key of the unit; one without steps has not reported. */
  steps: Record<string, DemoAct<ReportAct>[]>
}

/** What the article of 23/02/2017 says of the plan 37/KH-UBND, and what the demonstration makes of it. */
export const demoProgrammes = programmesJson as unknown as {
  document: { kind: 'plan'; number: string; issuer: string; subject: string; issuedOn: `${number}-${number}-${number}`; text: string }
  /** In the register of papers, with nothing to read yet. */
  papersWithoutText: { kind: 'resolution'; number: null; issuer: string; subject: string; issuedOn: `${number}-${number}-${number}` }[]
  plan: { title: string }
  items: DemoItem[]
  agencies: {
    asked: string[]
    dueIn: number
    askedLater: string[]
    laterDueIn: number
    steps: Record<string, DemoAct<ProgrammeAct>[]>
  }
  /** By key of the item; `do-thi:law` is the item of an agency's own programme. */
  work: Record<string, DemoAct<TaskAct>[]>
  reports: DemoReports[]
}
