import type { Generated, JSONColumnType } from 'kysely'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { DayKind, Holiday } from './calendar.ts'
import type { ClockEventType, ClockState, ClockUnit } from './clock.ts'
import type { LimitUnit } from './rules.ts'

interface CalendarDaysTable {
  authority_id: number
  on_date: CivilDate
  kind: 'off' | 'worked'
  holiday: Holiday
  day_kind: DayKind
  name: string | null
  notice_number: string | null
  notice_on: CivilDate | null
  sure: string
  source: string[]
}

interface CalendarYearsTable {
  authority_id: number
  year: number
  notice_number: string
  notice_on: CivilDate | null
}

interface CalendarRevisionsTable {
  authority_id: number
  revision: string
}

interface CalendarChangesTable {
  authority_id: number
  id: Generated<number>
  at: Generated<Date>
  actor_id: string | null
  notice_number: string
  notice_on: CivilDate | null
  facts: JSONColumnType<Record<string, unknown>, string, never>
}

interface LocalTargetsTable {
  authority_id: number
  rule: string
  valid_from: CivilDate
  value: number
  unit: LimitUnit
  document_number: string
  note: string | null
  set_by: string | null
  set_at: Generated<Date>
}

export interface ClocksTable {
  authority_id: number
  id: string
  matter_type: string
  matter_id: string
  stage: string
  rule: string
  rule_from: CivilDate | null
  variant: string | null
  limit_value: number
  limit_unit: ClockUnit
  local: boolean
  basis: string
  sure: string
  start_event: string
  started_on: CivilDate
  due_on: CivilDate
  original_due_on: CivilDate
  state: ClockState
  met_on: CivilDate | null
  suspended_on: CivilDate | null
  remaining: number | null
  extended: Generated<boolean>
}

/** Facts of an event: numbers and codes, never words of people. */
export type ClockFacts = Record<string, number | string | boolean | null | readonly number[]>

export interface ClockEventsTable {
  authority_id: number
  clock_id: string
  seq: number
  type: ClockEventType
  on_date: CivilDate
  at: Generated<Date>
  actor_id: string | null
  ground: string | null
  old_due_on: CivilDate | null
  new_due_on: CivilDate | null
  facts: JSONColumnType<ClockFacts, string, never>
}

declare module '../../platform/database.ts' {
  interface Database {
    calendar_days: CalendarDaysTable
    calendar_years: CalendarYearsTable
    calendar_revisions: CalendarRevisionsTable
    calendar_changes: CalendarChangesTable
    local_targets: LocalTargetsTable
    clocks: ClocksTable
    clock_events: ClockEventsTable
  }
}
