import type { CivilDate } from '../../shared/civil-date.ts'
import type { ItemKind, Recurrence } from './reading/plan.ts'

export const taskStatuses = ['draft', 'planned', 'inProgress', 'reported', 'done', 'cancelled'] as const
export type TaskStatus = (typeof taskStatuses)[number]
/** What is still to be done: may be late. */
export const openStatuses = ['planned', 'inProgress', 'reported'] as const

export const taskKinds = ['objective', 'task', 'measure', 'target'] as const satisfies readonly ItemKind[]
export type TaskKind = ItemKind
export type { Recurrence }

/** A goal, task, solution or target of a programme; "task" in code for all four. */
export interface Task {
  id: string
  /** `PL-NV-2026-00012`, in addresses. */
  code: string
  programmeId: string
  /** Order within the programme, from 1. */
  place: number
  kind: TaskKind
  title: string
  details: string | null
  status: TaskStatus
  version: number
  /** The item of the plan that this one carries out. */
  carriesId: string | null
  /** The goal of the same programme that this one serves. */
  goalId: string | null
  /** Lead agency and the person in it. */
  unitId: string | null
  personId: string | null
  /** Lead as the paper names it, where it is none of our units. */
  leadWords: string | null
  startsOn: CivilDate | null
  dueOn: CivilDate | null
  /** Words of the paper: "trong quý II/2017". */
  dueWords: string | null
  /** First day on which it is late, by the office calendar. */
  lateFrom: CivilDate | null
  every: Recurrence | null
  /** The recurring task of which this is one instance, and its period: `2026-Q3`. */
  seriesId: string | null
  period: string | null
  /** Share among its programme's tasks, 1 to 100. */
  weight: number
  indicator: string | null
  unitOfMeasure: string | null
  /** Decimal numbers as PostgreSQL writes them. */
  target: string | null
  reached: string | null
  /** Who said that it is done does not confirm it as well. */
  reportedBy: string | null
  reportedOn: CivilDate | null
  doneOn: CivilDate | null
  /** Kept counts. */
  notes: number
  evidence: number
  saidDone: number
  saidPartly: number
  saidNot: number
  updatedAt: Date
}

export const evidenceTypes = ['file', 'article', 'petition', 'document'] as const
export type EvidenceType = (typeof evidenceTypes)[number]

/** What shows that a task was done. One that is taken back stays, with the reason. */
export interface Evidence {
  id: string
  refType: EvidenceType
  refId: string
  caption: string
  addedAt: Date
  removedAt: Date | null
  removedBecause: string | null
}

export interface Note {
  id: string
  at: Date
  personId: string
  words: string
  reached: string | null
  audience: 'public' | 'internal'
}

export function taskMatter(task: { id: string }) {
  return { type: 'task', id: task.id }
}
