import { type CivilDate, isCivilDate } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import type { OfficeCalendar } from './calendar.ts'
import { countedDue } from './count.ts'
import { type Explained, explain } from './explain.ts'
import { type Direction, directionOf, type Limit, limitOf, normalVariant, type Rule, ruleInForce } from './rules.ts'

/** One due date under a rule, with every day that led to it. */
export interface Deadline extends Explained {
  /** The id that was asked for. */
  ruleId: string
  /** The version in force on `from`. */
  rule: Rule
  from: CivilDate
  variant: string | null
  limit: Limit
  direction: Direction
}

/** The due date alone: what `--batch` needs. */
export function dueOnOf(ruleId: string, from: string, variant: string | null | undefined, calendar: OfficeCalendar): CivilDate {
  const { rule, limit, start } = understood(ruleId, from, variant)
  return countedDue(limit, start, calendar, directionOf(rule))
}

/** The due date and its explanation. */
export function deadlineOf(ruleId: string, from: string, variant: string | null | undefined, calendar: OfficeCalendar): Deadline {
  const { rule, limit, start, kind } = understood(ruleId, from, variant)
  const direction = directionOf(rule)
  return { ruleId, rule, from: start, variant: kind, limit, direction, ...explain({ limit, from: start, direction }, calendar) }
}

function understood(ruleId: string, from: string, variant: string | null | undefined) {
  if (!isCivilDate(from)) throw new DomainError('wrong_date', 422, { from })
  const rule = ruleInForce(ruleId, from)
  const kind = normalVariant(variant)
  return { rule, start: from, kind, limit: limitOf(rule, kind) }
}
