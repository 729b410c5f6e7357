import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import type { MatterRef } from './clock.ts'
import { listClockEvents, openStates, saveClock } from './clock-repository.ts'
import { loadCalendar } from './load-calendar.ts'
import { countingOf, dueNow } from './running-due.ts'

export interface Recomputation {
  on: CivilDate
  /** First day that counts differently: clocks due before it cannot move. */
  since?: CivilDate
  /** One matter only: for a job that takes the matters one by one, each locked in its own transaction. */
  matter?: MatterRef
  actorId?: string | null
}

export interface MovedClock {
  clockId: string
  matter: MatterRef
  stage: string
  oldDueOn: CivilDate
  newDueOn: CivilDate
}

/** Counts the open clocks again after the calendar changed, and tells what moved, so that each feature can write its history. */
export async function recomputeRunning(trx: Trx, scope: Scope, { on, since, matter, actorId }: Recomputation): Promise<MovedClock[]> {
  const calendar = await loadCalendar(trx, scope)
  const moved: MovedClock[] = []
  let query = touched(trx, scope, since).selectAll()
  if (matter) query = query.where('matter_type', '=', matter.type).where('matter_id', '=', matter.id)
  for (const row of await query.orderBy('id').forUpdate().execute()) {
    const { dueOn, remaining } = dueNow(countingOf(row, await listClockEvents(trx, scope, row.id)), calendar)
    if (dueOn === row.due_on && remaining === row.remaining) continue
    const event = { type: 'recomputed' as const, on, actorId, ground: 'calendar', oldDueOn: row.due_on, newDueOn: dueOn }
    await saveClock(trx, scope, row, { due_on: dueOn, remaining }, event)
    if (dueOn === row.due_on) continue
    moved.push({
      clockId: row.id,
      matter: { type: row.matter_type, id: row.matter_id },
      stage: row.stage,
      oldDueOn: row.due_on,
      newDueOn: dueOn,
    })
  }
  return moved
}

/** Matters with an open clock that a calendar change may move, by id; `after` continues a list. */
export async function listMattersToRecompute(
  db: Db,
  scope: Scope,
  { since, after, limit }: { since?: CivilDate; after?: MatterRef; limit: number },
): Promise<MatterRef[]> {
  let query = touched(db, scope, since).select(['matter_type as type', 'matter_id as id']).distinct()
  if (after) query = query.where((eb) => eb(eb.refTuple('matter_type', 'matter_id'), '>', eb.tuple(after.type, after.id)))
  return query.orderBy('matter_type').orderBy('matter_id').limit(limit).execute()
}

function touched(db: Db, scope: Scope, since: CivilDate | undefined) {
  const open = db.selectFrom('clocks').where('authority_id', '=', scope.authorityId).where('state', 'in', openStates)
  return since ? open.where((eb) => eb.or([eb('due_on', '>=', since), eb('state', '=', 'suspended')])) : open
}
