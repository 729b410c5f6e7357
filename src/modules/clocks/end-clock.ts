import type { Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import type { ClockView, MatterRef } from './clock.ts'
import { type ClockRef, type ClockRow, listClockEvents, lockOpenClock, lockOpenClocks, saveClock } from './clock-repository.ts'
import { loadCalendar } from './load-calendar.ts'
import { countingOf, dueNow } from './running-due.ts'

/** What the clock asked for was done; late when that was after the due date. Null when the stage has no open clock. */
export async function meetClock(
  trx: Trx,
  scope: Scope,
  met: ClockRef & { on: CivilDate; actorId?: string | null },
): Promise<ClockView | null> {
  const row = await lockOpenClock(trx, scope, met)
  if (!row) return null
  const dueOn = await dueWhenEnded(trx, scope, row, met.on)
  const changes = { state: 'met' as const, met_on: met.on, due_on: dueOn, suspended_on: null, remaining: null }
  return saveClock(trx, scope, row, changes, { type: 'met', on: met.on, actorId: met.actorId, oldDueOn: row.due_on, newDueOn: dueOn })
}

/** The matter ended, so its open clocks end without having been met. */
export async function stopClocks(
  trx: Trx,
  scope: Scope,
  stop: { matter: MatterRef; on: CivilDate; actorId?: string | null },
): Promise<ClockView[]> {
  const stopped: ClockView[] = []
  for (const row of await lockOpenClocks(trx, scope, stop.matter)) {
    const changes = { state: 'stopped' as const, suspended_on: null, remaining: null }
    stopped.push(await saveClock(trx, scope, row, changes, { type: 'stopped', on: stop.on, actorId: stop.actorId }))
  }
  return stopped
}

/** A suspended clock that is met counts as resumed on that day, so that the pause is not taken for lateness. */
async function dueWhenEnded(trx: Trx, scope: Scope, row: ClockRow, on: CivilDate): Promise<CivilDate> {
  if (row.state !== 'suspended') return row.due_on
  const events = await listClockEvents(trx, scope, row.id)
  const resumed = { type: 'resumed' as const, on_date: on, new_due_on: null }
  return dueNow(countingOf(row, [...events, resumed]), await loadCalendar(trx, scope)).dueOn
}
