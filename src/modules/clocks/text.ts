import type { CivilDate } from '../../shared/civil-date.ts'
import type { CalendarDay, DayKind, Holiday } from './calendar.ts'
import type { ClockEventType, ClockState } from './clock.ts'
import type { Step } from './explain.ts'
import type { Limit, LimitUnit, Rule } from './rules.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export const clockErrors = [
  'unknown_rule',
  'rule_not_in_force',
  'rule_without_number',
  'rule_not_a_due_date',
  'unknown_variant',
  'wrong_date',
  'date_out_of_range',
  'malformed_line',
  'line_too_long',
  'suspended_before_start',
  'resumed_before_suspension',
  'clock_running',
  'clock_suspended',
  'clock_not_suspended',
  'clock_not_open',
  'clock_not_local',
  'clock_not_complex',
  'already_complex',
  'clock_not_extendable',
  'already_extended',
  'wrong_criteria',
  'due_not_later',
  'rule_has_number',
  'year_already_decided',
  'nothing_to_change',
] as const
type ClockError = (typeof clockErrors)[number]

type Details = Record<string, unknown>

export interface ClockText {
  /** Names of the entries that the public history of calendar and targets has. */
  history: Record<string, string>
  errors: Record<ClockError, (details: Details) => string>
  units: Record<LimitUnit, string>
  /** `30 ngày`, `7 ngày làm việc`. */
  limit: (limit: Limit) => string
  /** What the rule is about. */
  ruleName: (rule: Rule) => string
  /** The event that starts it. */
  clockStart: (rule: Rule) => string
  holidays: Record<Holiday, string>
  dayKinds: Record<DayKind, string>
  dayName: (day: CalendarDay) => string
  /** Why a day counts or not. */
  because: (step: Step) => string
  counted: { yes: string; no: string }
  provisional: string
  provisionalLong: string
  sure: (mark: string) => string
  states: Record<ClockState, string>
  stages: (stage: string) => string
  /** How a local target is always called. */
  local: string
  criteria: readonly [string, string, string, string, string, string, string]
  variants: (variant: string) => string
  /** Names of form fields. */
  fields: Record<
    | 'rule'
    | 'from'
    | 'variant'
    | 'year'
    | 'date'
    | 'kind'
    | 'name'
    | 'noticeNumber'
    | 'noticeOn'
    | 'value'
    | 'unit'
    | 'validFrom'
    | 'documentNumber'
    | 'note',
    string
  >
  admin: { title: string; saved: string }
  explanation: {
    title: string
    calendarChanged: string
    fixedNote: string
    rule: string
    article: string
    version: string
    versionDates: (from: CivilDate | null, to: CivilDate | null) => string
    limit: string
    variant: string
    event: string
    startedOn: string
    dueOn: string
    latestOn: string
    originalDueOn: string
    metOn: string
    state: string
    late: string
    sure: string
    sources: string
    localNote: string
    remaining: (days: number) => string
    calendarNote: string
    backNote: string
    skippedTitle: string
    nothingSkipped: string
    allDaysTitle: string
    pausesTitle: string
    noPauses: string
    pauseFrom: string
    pauseTo: string
    stillPaused: string
    historyTitle: string
    happened: string
    by: string
    history: Record<ClockEventType, string>
    ground: string
    dueMoved: (from: CivilDate, to: CivilDate) => string
    day: string
    countedColumn: string
    because: string
    startEvents: (event: string) => string
    grounds: (ground: string) => string
  }
  tryPage: {
    title: string
    lead: string
    ruleLabel: string
    fromLabel: string
    fromHint: string
    variantLabel: string
    variantNone: string
    submit: string
  }
  calendarPage: {
    title: (year: number) => string
    lead: string
    decided: string
    undecided: string
    notices: string
    previousYear: (year: number) => string
    nextYear: (year: number) => string
    dateColumn: string
    nameColumn: string
    kindColumn: string
    noticeColumn: string
    sureColumn: string
    worked: string
    off: string
    removeButton: string
    addTitle: string
    dateLabel: string
    kindLabel: string
    kindOff: string
    kindWorked: string
    nameLabel: string
    noticeNumberLabel: string
    noticeOnLabel: string
    addButton: string
    confirmTitle: (year: number) => string
    confirmLead: string
    confirmButton: string
    recompute: string
    none: string
    movedTitle: string
    movedStage: string
    movedFrom: string
    movedTo: string
    movedAt: string
    moved: (count: number) => string
  }
  targetsPage: {
    title: string
    lead: string
    currentTitle: string
    none: string
    ruleColumn: string
    targetColumn: string
    fromColumn: string
    documentColumn: string
    noteColumn: string
    setTitle: string
    ruleLabel: string
    valueLabel: string
    unitLabel: string
    validFromLabel: string
    documentLabel: string
    noteLabel: string
    submit: string
  }
  command: {
    usage: string
    dueOn: (date: string) => string
    latestOn: (date: string) => string
    limit: (limit: string, start: string) => string
    backLimit: (limit: string, start: string) => string
    basis: (basis: string) => string
    version: (id: string, dates: string) => string
    variant: (variant: string) => string
    sure: (sure: string) => string
    source: (source: string) => string
    eachDay: string
    wrongUse: (detail: string) => string
  }
}

export const text = { vi, en }
