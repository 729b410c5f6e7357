import type { Generated } from 'kysely'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { ProgrammeKind, ProgrammeStatus } from './programme.ts'
import type { EvidenceType, Recurrence, TaskKind, TaskStatus } from './task.ts'

declare module '../../platform/database.ts' {
  interface Database {
    programmes: {
      authority_id: number
      id: string
      slug: string
      kind: ProgrammeKind
      plan_id: string | null
      unit_id: string | null
      document_id: string | null
      title: string
      status: ProgrammeStatus
      version: Generated<number>
      due_on: CivilDate | null
      starts_on: CivilDate | null
      ends_on: CivilDate | null
      submitted_by: string | null
      published_on: CivilDate | null
      ended_on: CivilDate | null
      created_at: Date
      updated_at: Date
    }
    programme_tasks: {
      authority_id: number
      id: string
      code: string
      programme_id: string
      place: number
      kind: TaskKind
      title: string
      details: string | null
      status: TaskStatus
      version: Generated<number>
      carries_id: string | null
      goal_id: string | null
      unit_id: string | null
      person_id: string | null
      lead_words: string | null
      starts_on: CivilDate | null
      due_on: CivilDate | null
      due_words: string | null
      late_from: CivilDate | null
      every: Recurrence | null
      series_id: string | null
      period: string | null
      weight: Generated<number>
      indicator: string | null
      unit_of_measure: string | null
      target: string | null
      reached: string | null
      reported_by: string | null
      reported_on: CivilDate | null
      done_on: CivilDate | null
      notes: Generated<number>
      evidence: Generated<number>
      said_done: Generated<number>
      said_partly: Generated<number>
      said_not: Generated<number>
      updated_at: Date
    }
    programme_task_partners: { authority_id: number; task_id: string; place: number; unit_id: string | null; words: string | null }
    programme_task_needs: { authority_id: number; task_id: string; needs_id: string }
    programme_task_anchors: { authority_id: number; task_id: string; document_id: string; anchor_id: string }
    programme_notes: {
      authority_id: number
      id: string
      task_id: string
      at: Date
      person_id: string
      words: string
      reached: string | null
      audience: 'public' | 'internal'
    }
    programme_evidence: {
      authority_id: number
      id: string
      task_id: string
      ref_type: EvidenceType
      ref_id: string
      caption: string
      added_at: Date
      added_by: string
      removed_at: Date | null
      removed_by: string | null
      removed_because: string | null
    }
  }
}
