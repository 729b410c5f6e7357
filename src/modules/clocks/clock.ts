import type { CivilDate } from '../../shared/civil-date.ts'
import type { LimitUnit } from './rules.ts'

/** What a clock is on: a petition, a commitment, … */
export interface MatterRef {
  type: string
  id: string
}

export type ClockState = 'running' | 'suspended' | 'met' | 'stopped'

export type ClockEventType = 'started' | 'suspended' | 'resumed' | 'extended' | 'recomputed' | 'met' | 'stopped'

/** `fixed`: a date was promised or set by an extension; no rule counts it. */
export type ClockUnit = LimitUnit | 'fixed'

/** The pseudo-rule of a promised date: no law stands behind it. */
export const promiseRule = 'promise'

/** One clock as features and pages see it. */
export interface ClockView {
  id: string
  matter: MatterRef
  /** `initialResult`, `acceptance`, `resolution`, `promise`, … */
  stage: string
  rule: string
  variant: string | null
  startedOn: CivilDate
  /** While suspended, the date that stood when the clock stopped. */
  dueOn: CivilDate
  originalDueOn: CivilDate
  /** True: "mục tiêu của địa phương" or a promise, never a limit of the law. */
  local: boolean
  /** Article, or the document that set the local target. */
  basis: string
  /** How sure: a mark of the rule's data, `local`, or `promise`. */
  sure: string
  state: ClockState
  /** Found complex or given more days: counts as extended in all figures. */
  extended: boolean
  metOn: CivilDate | null
  suspendedOn: CivilDate | null
  /** Days left while suspended. */
  remaining: number | null
  /** Met after its due date. */
  late: boolean
}
