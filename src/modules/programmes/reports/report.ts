import type { CivilDate } from '../../../shared/civil-date.ts'
import type { ItemKind } from '../reading/plan.ts'
import type { TaskStatus } from '../task.ts'

export const reportStatuses = ['requested', 'submitted', 'accepted'] as const
export type ReportStatus = (typeof reportStatuses)[number]

export const reportEveries = ['quarter', 'half-year', 'year'] as const
export type ReportEvery = (typeof reportEveries)[number]

/** What one agency's programme reports of one period. */
export interface Report {
  id: string
  /** `PL-BC-2026-00012`, in addresses. */
  code: string
  /** The published plan, and the agency's programme under it. */
  planId: string
  programmeId: string
  unitId: string
  every: ReportEvery
  /** `2026-Q3`, `2026-H1`, `2026`; a plan asks once a period. */
  period: string
  from: CivilDate
  to: CivilDate
  dueOn: CivilDate
  /** First day on which it is late, by the office calendar. */
  lateFrom: CivilDate
  status: ReportStatus
  version: number
  /** The agency's own words; null until its head wrote them. */
  result: string | null
  obstacles: string | null
  proposals: string | null
  /** The data as they stood when it was submitted; null before: then they are read as they are today. */
  data: ReportData | null
  requestedOn: CivilDate
  submittedOn: CivilDate | null
  submittedBy: string | null
  acceptedOn: CivilDate | null
  updatedAt: Date
}

/** A row of a list, without the items that were snapped. */
export type ReportRow = Omit<Report, 'data' | 'result' | 'obstacles' | 'proposals'>

/** Filled in from the items, never typed. */
export interface ReportData {
  /** Day of the data. */
  on: CivilDate
  /** Tasks, measures and targets that are out: goals are reached by them and are not counted. */
  total: number
  byStatus: Record<Exclude<TaskStatus, 'draft'>, number>
  /** Open ones past their day. */
  late: number
  withEvidence: number
  /** What the people say of reported and done items. */
  saying: { done: number; partly: number; not: number }
  items: ReportItem[]
}

export interface ReportItem {
  code: string
  kind: ItemKind
  title: string
  status: TaskStatus
  dueOn: CivilDate | null
  doneOn: CivilDate | null
  /** On the day of the data. */
  isLate: boolean
  evidence: number
  saidDone: number
  saidPartly: number
  saidNot: number
  indicator: string | null
  unitOfMeasure: string | null
  target: string | null
  reached: string | null
}

/** A report as it is printed: its words, its figures (the snapshot, or today's), and the names that it carries. */
export interface LoadedReport {
  report: Report
  data: ReportData
  unitName: string
  planTitle: string
  planSlug: string
  programmeTitle: string
}

export function reportMatter(report: { id: string }) {
  return { type: 'report', id: report.id }
}
