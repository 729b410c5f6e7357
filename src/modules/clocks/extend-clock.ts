import type { Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import { indexOf } from './calendar.ts'
import type { ClockView } from './clock.ts'
import { type ClockRef, listClockEvents, requireOpenClock, saveClock } from './clock-repository.ts'
import { loadCalendar } from './load-calendar.ts'
import { limitOf, normalVariant, ruleInForce } from './rules.ts'
import { countingOf, dueNow } from './running-due.ts'

export interface ComplexFinding extends ClockRef {
  /** Which of the seven criteria (NĐ 155/2026 Đ2), 1 to 7; at least one. */
  criteria: readonly number[]
  /** Id of what holds the written reason (a history entry, a document); never the words. */
  reasonRef?: string | null
  on: CivilDate
  actorId?: string | null
}

/** A written finding that a complaint is complex: same start, the complex limit; counts as extended. */
export async function findComplex(trx: Trx, scope: Scope, finding: ComplexFinding): Promise<ClockView> {
  const criteria = [...new Set(finding.criteria)].sort()
  if (criteria.length === 0 || criteria.some((one) => !Number.isInteger(one) || one < 1 || one > 7))
    throw new DomainError('wrong_criteria', 422)
  const row = await requireOpenClock(trx, scope, finding)
  const words = row.variant?.split('+') ?? []
  if (words.includes('complex')) throw new DomainError('already_complex', 409)
  const variant = normalVariant(['complex', ...words].join('+'))
  const limit = complexLimit(row.rule, row.started_on, variant, row.local)
  const events = await listClockEvents(trx, scope, row.id)
  const counted = { ...row, limit_value: limit.value, limit_unit: limit.unit }
  const { dueOn, remaining } = dueNow(countingOf(counted, events), await loadCalendar(trx, scope))
  const changes = { variant, limit_value: limit.value, limit_unit: limit.unit, due_on: dueOn, remaining, extended: true }
  return saveClock(trx, scope, row, changes, {
    type: 'extended',
    on: finding.on,
    actorId: finding.actorId,
    ground: 'complex',
    oldDueOn: row.due_on,
    newDueOn: dueOn,
    facts: { criteria, reasonRef: finding.reasonRef ?? null },
  })
}

function complexLimit(ruleId: string, startedOn: CivilDate, variant: string | null, local: boolean) {
  if (local) throw new DomainError('clock_not_complex', 422, { rule: ruleId })
  const rule = ruleInForce(ruleId, startedOn)
  if (!rule.variants?.some((one) => normalVariant(one.when) === variant)) throw new DomainError('clock_not_complex', 422, { rule: ruleId })
  return limitOf(rule, variant)
}

export interface LocalExtension extends ClockRef {
  /** The new due date, after the present one. */
  dueOn: CivilDate
  reasonRef?: string | null
  on: CivilDate
  actorId?: string | null
}

/** Gives a local target or a promise a later date; counts as extended. A limit of the law is never extended this way. */
export async function extendClock(trx: Trx, scope: Scope, extension: LocalExtension): Promise<ClockView> {
  const row = await requireOpenClock(trx, scope, extension)
  if (!row.local) throw new DomainError('clock_not_local', 422)
  if (row.state === 'suspended') throw new DomainError('clock_suspended', 409)
  indexOf(extension.dueOn)
  if (extension.dueOn <= row.due_on || extension.dueOn <= extension.on) throw new DomainError('due_not_later', 422, { dueOn: row.due_on })
  const changes = { limit_value: 0, limit_unit: 'fixed' as const, due_on: extension.dueOn, extended: true }
  return saveClock(trx, scope, row, changes, {
    type: 'extended',
    on: extension.on,
    actorId: extension.actorId,
    ground: 'localExtension',
    oldDueOn: row.due_on,
    newDueOn: extension.dueOn,
    facts: { reasonRef: extension.reasonRef ?? null },
  })
}

/**
 * The one extension that the rule itself allows, by its own number of days from the same start; counts as extended.
 * @throws DomainError clock_not_extendable 422 · already_extended 409
 */
export async function extendByRule(trx: Trx, scope: Scope, extension: Omit<LocalExtension, 'dueOn'>): Promise<ClockView> {
  const row = await requireOpenClock(trx, scope, extension)
  const more = row.local ? null : ruleInForce(row.rule, row.started_on).extension?.maxEach
  if (!more || more.unit !== row.limit_unit) throw new DomainError('clock_not_extendable', 422)
  if (row.extended) throw new DomainError('already_extended', 409)
  const counted = { ...row, limit_value: row.limit_value + more.value }
  const { dueOn, remaining } = dueNow(countingOf(counted, await listClockEvents(trx, scope, row.id)), await loadCalendar(trx, scope))
  const changes = { limit_value: counted.limit_value, due_on: dueOn, remaining, extended: true }
  return saveClock(trx, scope, row, changes, {
    type: 'extended',
    on: extension.on,
    actorId: extension.actorId,
    ground: 'ruleExtension',
    oldDueOn: row.due_on,
    newDueOn: dueOn,
    facts: { reasonRef: extension.reasonRef ?? null },
  })
}
