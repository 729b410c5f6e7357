import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { rowsFor, writeTogether } from '../../platform/write-together.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import type { MatterRef } from './clock.ts'
import { type ClockEventRow, type ClockRow, eventValues, listEventsOf, openStates } from './clock-repository.ts'
import { loadCalendar } from './load-calendar.ts'
import { countingOf, dueNow } from './running-due.ts'

export interface Recomputation {
  on: CivilDate
  /** First day that counts differently: clocks due before it cannot move. */
  since?: CivilDate
  /** These matters only, all of one type: for a job that takes them in batches, each batch locked in its own transaction. */
  matters?: readonly MatterRef[]
  actorId?: string | null | undefined
}

export interface MovedClock {
  clockId: string
  matter: MatterRef
  stage: string
  oldDueOn: CivilDate
  newDueOn: CivilDate
}

interface Change {
  row: ClockRow
  events: readonly ClockEventRow[]
  dueOn: CivilDate
  remaining: number | null
}

/**
 * Counts the open clocks again after the calendar changed, and tells what moved, so that each feature can write its history.
 * However many clocks there are, they are read with two queries and written with two.
 */
export async function recomputeRunning(trx: Trx, scope: Scope, { on, since, matters, actorId }: Recomputation): Promise<MovedClock[]> {
  if (matters?.length === 0) return []
  let query = touched(trx, scope, since).selectAll()
  if (matters)
    query = query.where('matter_type', '=', matters[0]!.type).where(
      'matter_id',
      'in',
      matters.map(({ id }) => id),
    )
  const changed = await changesOf(trx, scope, await query.orderBy('id').forUpdate().execute())
  await saveChanges(trx, scope, changed, { on, actorId })
  return changed
    .filter(({ row, dueOn }) => dueOn !== row.due_on)
    .map(({ row, dueOn }) => ({
      clockId: row.id,
      matter: { type: row.matter_type, id: row.matter_id },
      stage: row.stage,
      oldDueOn: row.due_on,
      newDueOn: dueOn,
    }))
}

async function saveChanges(trx: Trx, scope: Scope, changed: readonly Change[], { on, actorId }: Pick<Recomputation, 'on' | 'actorId'>) {
  if (changed.length === 0) return
  const ids = changed.map(({ row }) => row.id)
  const due = changed.map(({ dueOn }) => dueOn)
  const left = changed.map(({ remaining }) => remaining)
  await sql`update clocks set due_on = moved.due_on, remaining = moved.remaining
    from unnest(${ids}::uuid[], ${due}::date[], ${left}::integer[]) as moved (id, due_on, remaining)
    where clocks.authority_id = ${scope.authorityId} and clocks.id = moved.id`.execute(trx)
  const rows = changed.map(({ row, events, dueOn }) => ({
    ...eventValues(scope, row.id, { type: 'recomputed', on, actorId, ground: 'calendar', oldDueOn: row.due_on, newDueOn: dueOn }),
    // The clock is locked, so nobody else adds to its events.
    seq: (events.at(-1)?.seq ?? 0) + 1,
  }))
  await writeTogether(trx, [rowsFor('clock_events', rows)], { once: true })
}

/** Where a list of open clocks was left. */
export interface ClockPlace {
  type: string
  id: string
  stage: string
}

/**
 * Matters of which a clock moves now that the calendar has changed, from so many open clocks at a time. Nothing is locked: who moves them
 * counts again under the lock. A change moves few of them, and only those need be touched.
 */
export async function listMattersThatMove(
  db: Db,
  scope: Scope,
  { since, after, limit }: { since?: CivilDate; after?: ClockPlace; limit: number },
): Promise<{ matters: MatterRef[]; next: ClockPlace | null }> {
  let query = touched(db, scope, since).selectAll()
  if (after)
    query = query.where((eb) => eb(eb.refTuple('matter_type', 'matter_id', 'stage'), '>', eb.tuple(after.type, after.id, after.stage)))
  const rows = await query.orderBy('matter_type').orderBy('matter_id').orderBy('stage').limit(limit).execute()
  const changed = await changesOf(db, scope, rows)
  const matters = new Map(changed.map(({ row }) => [`${row.matter_type}:${row.matter_id}`, { type: row.matter_type, id: row.matter_id }]))
  const last = rows.at(-1)
  const next = rows.length < limit || !last ? null : { type: last.matter_type, id: last.matter_id, stage: last.stage }
  return { matters: [...matters.values()], next }
}

async function changesOf(db: Db, scope: Scope, rows: readonly ClockRow[]): Promise<Change[]> {
  const calendar = await loadCalendar(db, scope)
  const events = await listEventsOf(
    db,
    scope,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row): Change[] => {
    const own = events.get(row.id) ?? []
    const { dueOn, remaining } = dueNow(countingOf(row, own), calendar)
    return dueOn === row.due_on && remaining === row.remaining ? [] : [{ row, events: own, dueOn, remaining }]
  })
}

function touched(db: Db, scope: Scope, since: CivilDate | undefined) {
  const open = db.selectFrom('clocks').where('authority_id', '=', scope.authorityId).where('state', 'in', openStates)
  return since ? open.where((eb) => eb.or([eb('due_on', '>=', since), eb('state', '=', 'suspended')])) : open
}
