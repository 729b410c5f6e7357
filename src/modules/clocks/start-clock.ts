import type { Db, Trx } from '../../platform/database.ts'
import type { Write } from '../../platform/write-together.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { newId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import type { OfficeCalendar } from './calendar.ts'
import { type ClockView, promiseRule } from './clock.ts'
import { type ClockRef, type ClockRow, clockWrites, insertClock, type NewEvent, viewOf } from './clock-repository.ts'
import { countedDue } from './count.ts'
import { loadCalendar } from './load-calendar.ts'
import { findLocalTarget } from './local-targets.ts'
import { hasNoNumber, limitOf, normalVariant, ruleFamily, ruleInForce } from './rules.ts'

export interface ClockStart extends ClockRef {
  /** Id of the data; the version in force on `on` governs the clock to its end. */
  rule: string
  variant?: string | null | undefined
  /** The act that started it: `received`, `accept`, … */
  startEvent: string
  on: CivilDate
  actorId?: string | null
}

/** A clock worked out and not written: it may be kept as JSON until it is. */
export type PlannedClock = ClockRow

export function plannedView(clock: PlannedClock): ClockView {
  return viewOf(clock)
}

export function plannedWrites(scope: Scope, clock: PlannedClock): Write[] {
  return clockWrites(scope, clock, startedEvent(clock))
}

function startedEvent({ started_on, due_on }: ClockRow, actorId?: string | null): NewEvent {
  return { type: 'started', on: started_on, actorId, newDueOn: due_on }
}

/** Starts a clock; null as with `planClock`. */
export async function startClock(trx: Trx, scope: Scope, start: ClockStart): Promise<ClockView | null> {
  const planned = await planClock(trx, scope, start)
  return planned && insertClock(trx, scope, planned, startedEvent(planned, start.actorId))
}

/**
 * Works out a new clock without writing it. A rule without a number runs on the local target in force; without a target no clock starts.
 * @param calendar when the caller has it
 * @returns null when the law gives no number and the office has set none
 */
export async function planClock(db: Db, scope: Scope, start: ClockStart, calendar?: OfficeCalendar): Promise<PlannedClock | null> {
  const rule = ruleInForce(start.rule, start.on)
  const family = ruleFamily(start.rule)
  const target = hasNoNumber(rule) ? await findLocalTarget(db, scope, family, start.on) : null
  if (target === undefined) return null
  const variant = target ? null : normalVariant(start.variant)
  const limit = target?.limit ?? limitOf(rule, variant)
  const dueOn = countedDue(limit, start.on, calendar ?? (await loadCalendar(db, scope)))
  return {
    ...newRow(scope, start, dueOn),
    rule: family,
    rule_from: rule.effectiveFrom,
    variant,
    limit_value: limit.value,
    limit_unit: limit.unit,
    local: target !== null,
    basis: target ? target.documentNumber : rule.legalBasis.join('; '),
    sure: target ? 'local' : rule.verification,
  }
}

export interface PromiseStart extends ClockRef {
  startEvent: string
  on: CivilDate
  /** The day that the office promised; it stands as said, off or not. */
  dueOn: CivilDate
  actorId?: string | null
}

/** Starts the clock of a promise: a date that the office itself named. */
export async function startPromise(trx: Trx, scope: Scope, start: PromiseStart): Promise<ClockView> {
  const row: ClockRow = {
    ...newRow(scope, start, start.dueOn),
    rule: promiseRule,
    rule_from: null,
    variant: null,
    limit_value: 0,
    limit_unit: 'fixed',
    local: true,
    basis: '',
    sure: 'promise',
  }
  return insertClock(trx, scope, row, { type: 'started', on: start.on, actorId: start.actorId, newDueOn: start.dueOn })
}

function newRow(scope: Scope, start: ClockRef & { startEvent: string; on: CivilDate }, dueOn: CivilDate) {
  return {
    authority_id: scope.authorityId,
    id: newId(),
    matter_type: start.matter.type,
    matter_id: start.matter.id,
    stage: start.stage,
    start_event: start.startEvent,
    started_on: start.on,
    due_on: dueOn,
    original_due_on: dueOn,
    state: 'running' as const,
    met_on: null,
    suspended_on: null,
    remaining: null,
    extended: false,
  }
}
