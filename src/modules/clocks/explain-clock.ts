import type { Db } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import { findPeople, type Scope } from '../accounts/index.ts'
import { type ClockEventType, type ClockView, promiseRule } from './clock.ts'
import { type ClockEventRow, findClockRow, listClockEvents, viewOf } from './clock-repository.ts'
import { type Explained, explain } from './explain.ts'
import { loadCalendar } from './load-calendar.ts'
import type { Pause } from './pauses.ts'
import { type Limit, type Rule, ruleInForce } from './rules.ts'
import { countingOf } from './running-due.ts'

/** Everything that the page of one due date tells. */
export interface ClockExplanation {
  clock: ClockView
  startEvent: string
  /** The version that governs the clock; null for a promise. */
  rule: Rule | null
  /** Null for a date that was promised or set. */
  limit: Limit | null
  pauses: readonly Pause[]
  steps: Explained['steps']
  provisional: boolean
  /** The calendar was changed after the clock had ended: the days no longer lead to the date on record. */
  calendarChanged: boolean
  events: readonly ClockHappening[]
}

type ClockHappening = Pick<ClockEventRow, 'type' | 'on_date' | 'ground' | 'old_due_on' | 'new_due_on' | 'facts'> & {
  /** The officer who moved the date; null for acts that a citizen may do too. */
  by: string | null
}

/** Only officers pause, extend or recompute; who filed, withdrew or was answered is not told here. */
const officersActs: readonly ClockEventType[] = ['suspended', 'resumed', 'extended', 'recomputed']

async function withNames(db: Db, events: readonly ClockEventRow[]): Promise<ClockHappening[]> {
  const actorOf = (event: ClockEventRow) => (officersActs.includes(event.type) ? event.actor_id : null)
  const names = await findPeople(
    db,
    events.flatMap((event) => actorOf(event) ?? []),
  )
  return events.map((event) => ({ ...event, by: names.get(actorOf(event) ?? '') ?? null }))
}

/** @throws NotFound */
export async function explainClock(db: Db, scope: Scope, clockId: string): Promise<ClockExplanation> {
  const row = await findClockRow(db, scope, clockId)
  if (!row) throw new NotFound()
  const events = await listClockEvents(db, scope, clockId)
  const counting = countingOf(row, endedPause(events))
  const fixed = row.limit_unit === 'fixed'
  const explained =
    fixed && counting.pauses.length === 0
      ? { dueOn: row.due_on, steps: [], provisional: false }
      : explain(counting, await loadCalendar(db, scope))
  return {
    clock: viewOf(row),
    startEvent: row.start_event,
    rule: row.rule === promiseRule ? null : ruleInForce(row.rule, row.started_on),
    limit: fixed ? null : counting.limit,
    pauses: counting.pauses,
    steps: explained.steps,
    provisional: explained.provisional,
    calendarChanged: explained.dueOn !== row.due_on,
    events: await withNames(db, events),
  }
}

/** A clock that was met while suspended counts as resumed on that day. */
function endedPause(events: readonly ClockEventRow[]): readonly Pick<ClockEventRow, 'type' | 'on_date' | 'new_due_on'>[] {
  const last = events.findLast((event) => event.type === 'suspended' || event.type === 'resumed')
  const met = events.find((event) => event.type === 'met')
  return last?.type === 'suspended' && met ? [...events, { type: 'resumed', on_date: met.on_date, new_due_on: null }] : events
}
