import type { Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import type { ClockView } from './clock.ts'
import { type ClockRef, listClockEvents, requireOpenClock, saveClock } from './clock-repository.ts'
import { loadCalendar } from './load-calendar.ts'
import { countingOf, dueNow } from './running-due.ts'

export interface PauseAct extends ClockRef {
  on: CivilDate
  /** Code of the ground, from the list of the law. */
  ground?: string | null
  actorId?: string | null
}

/** Stops a clock: the days left are kept. */
export async function suspendClock(trx: Trx, scope: Scope, act: PauseAct): Promise<ClockView> {
  const row = await requireOpenClock(trx, scope, act)
  if (row.state === 'suspended') throw new DomainError('clock_suspended', 409)
  const events = [...(await listClockEvents(trx, scope, row.id)), { type: 'suspended' as const, on_date: act.on, new_due_on: null }]
  const { remaining } = dueNow(countingOf(row, events), await loadCalendar(trx, scope))
  const changes = { state: 'suspended' as const, suspended_on: act.on, remaining }
  return saveClock(trx, scope, row, changes, {
    type: 'suspended',
    on: act.on,
    actorId: act.actorId,
    ground: act.ground,
    facts: { remaining },
  })
}

/** Starts a suspended clock again: the days left are counted anew from this day, which itself does not count. */
export async function resumeClock(trx: Trx, scope: Scope, act: PauseAct): Promise<ClockView> {
  const row = await requireOpenClock(trx, scope, act)
  if (row.state !== 'suspended') throw new DomainError('clock_not_suspended', 409)
  const events = [...(await listClockEvents(trx, scope, row.id)), { type: 'resumed' as const, on_date: act.on, new_due_on: null }]
  const { dueOn } = dueNow(countingOf(row, events), await loadCalendar(trx, scope))
  const changes = { state: 'running' as const, suspended_on: null, remaining: null, due_on: dueOn }
  const event = { type: 'resumed' as const, on: act.on, actorId: act.actorId, ground: act.ground, oldDueOn: row.due_on, newDueOn: dueOn }
  return saveClock(trx, scope, row, changes, event)
}
