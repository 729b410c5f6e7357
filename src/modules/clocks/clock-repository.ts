import type { Selectable } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { rowsFor, type Write, worked, writeTogether } from '../../platform/write-together.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import type { ClockEventType, ClockView, MatterRef } from './clock.ts'
import type { ClockEventsTable, ClockFacts, ClocksTable } from './clocks.table.ts'

export type ClockRow = Selectable<ClocksTable>
export type ClockEventRow = Selectable<ClockEventsTable>

/** One clock of a matter. */
export interface ClockRef {
  matter: MatterRef
  stage: string
}

export const openStates = ['running', 'suspended'] as const

export function viewOf(row: ClockRow): ClockView {
  return {
    id: row.id,
    matter: { type: row.matter_type, id: row.matter_id },
    stage: row.stage,
    rule: row.rule,
    variant: row.variant,
    startedOn: row.started_on,
    dueOn: row.due_on,
    originalDueOn: row.original_due_on,
    local: row.local,
    basis: row.basis,
    sure: row.sure,
    state: row.state,
    extended: row.extended,
    metOn: row.met_on,
    suspendedOn: row.suspended_on,
    remaining: row.remaining,
    late: row.met_on !== null && row.met_on > row.due_on,
  }
}

/** All clocks of a matter, in the order in which they started. */
export async function listClocks(db: Db, scope: Scope, matter: MatterRef): Promise<ClockView[]> {
  const rows = await ofMatter(db, scope, matter).orderBy('started_on').orderBy('due_on').orderBy('id').execute()
  return rows.map(viewOf)
}

function ofMatter(db: Db, scope: Scope, matter: MatterRef) {
  return db
    .selectFrom('clocks')
    .selectAll()
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
}

export async function findClockRow(db: Db, scope: Scope, clockId: string): Promise<ClockRow | undefined> {
  return db.selectFrom('clocks').selectAll().where('authority_id', '=', scope.authorityId).where('id', '=', clockId).executeTakeFirst()
}

/** Running clocks that are due up to a day: first due first. For reminders and lists of what is due or overdue. */
export async function listRunningDue(db: Db, scope: Scope, options: { until: CivilDate; limit: number }): Promise<ClockView[]> {
  const rows = await db
    .selectFrom('clocks')
    .selectAll()
    .where('authority_id', '=', scope.authorityId)
    .where('state', '=', 'running')
    .where('due_on', '<=', options.until)
    .orderBy('due_on')
    .orderBy('id')
    .limit(options.limit)
    .execute()
  return rows.map(viewOf)
}

/** The soonest due date of a running clock, for each of these matters that has one. */
export async function listSoonestDue(db: Db, scope: Scope, type: string, matterIds: readonly string[]): Promise<Map<string, CivilDate>> {
  if (matterIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('clocks')
    .select(['matter_id', (eb) => eb.fn.min('due_on').as('dueOn')])
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', type)
    .where('matter_id', 'in', [...matterIds])
    .where('state', '=', 'running')
    .groupBy('matter_id')
    .execute()
  return new Map(rows.map((row) => [row.matter_id, row.dueOn]))
}

/** The open clock of a stage, locked; undefined when the stage has none. */
export async function lockOpenClock(trx: Trx, scope: Scope, { matter, stage }: ClockRef): Promise<ClockRow | undefined> {
  return ofMatter(trx, scope, matter).where('stage', '=', stage).where('state', 'in', openStates).forUpdate().executeTakeFirst()
}

/** @throws DomainError clock_not_open (409) */
export async function requireOpenClock(trx: Trx, scope: Scope, ref: ClockRef): Promise<ClockRow> {
  const row = await lockOpenClock(trx, scope, ref)
  if (!row) throw new DomainError('clock_not_open', 409, { stage: ref.stage })
  return row
}

export async function lockOpenClocks(trx: Trx, scope: Scope, matter: MatterRef): Promise<ClockRow[]> {
  return ofMatter(trx, scope, matter).where('state', 'in', openStates).orderBy('id').forUpdate().execute()
}

export interface NewEvent {
  type: ClockEventType
  on: CivilDate
  actorId?: string | null | undefined
  /** A code; the words of a ground live with the matter. */
  ground?: string | null | undefined
  oldDueOn?: CivilDate
  newDueOn?: CivilDate
  facts?: ClockFacts
}

export function eventValues(scope: Scope, clockId: string, event: NewEvent) {
  return {
    authority_id: scope.authorityId,
    clock_id: clockId,
    type: event.type,
    on_date: event.on,
    actor_id: event.actorId ?? null,
    ground: event.ground ?? null,
    old_due_on: event.oldDueOn ?? null,
    new_due_on: event.newDueOn ?? null,
    facts: JSON.stringify(event.facts ?? {}),
  }
}

/** The writes of a new clock and its first event, for a caller that does them together with others. */
export function clockWrites(scope: Scope, row: ClockRow, event: NewEvent): Write[] {
  const values = eventValues(scope, row.id, event)
  return [rowsFor('clocks', [row]), rowsFor('clock_events', [{ ...values, facts: worked('?::jsonb', values.facts), seq: 1 }])]
}

/**
 * Writes a new clock and its first event in one statement.
 * @throws DomainError clock_running (409) when the stage has an open clock
 */
export async function insertClock(trx: Trx, scope: Scope, row: ClockRow, event: NewEvent): Promise<ClockView> {
  try {
    await writeTogether(trx, clockWrites(scope, row, event))
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'clocks_one_open')
      throw new DomainError('clock_running', 409, { stage: row.stage })
    throw error
  }
  return viewOf(row)
}

/** Saves what changed of a locked clock, with the event that says why. */
export async function saveClock(trx: Trx, scope: Scope, row: ClockRow, changes: Partial<ClockRow>, event: NewEvent): Promise<ClockView> {
  await trx.updateTable('clocks').set(changes).where('authority_id', '=', scope.authorityId).where('id', '=', row.id).execute()
  await trx
    .insertInto('clock_events')
    .values((eb) => ({
      ...eventValues(scope, row.id, event),
      seq: eb
        .selectFrom('clock_events')
        .select((sub) => sub(sub.fn.max('seq'), '+', 1).as('next'))
        .where('authority_id', '=', scope.authorityId)
        .where('clock_id', '=', row.id),
    }))
    .execute()
  return viewOf({ ...row, ...changes })
}

/** What happened to many clocks, each in order: one query. */
export async function listEventsOf(db: Db, scope: Scope, clockIds: readonly string[]): Promise<Map<string, ClockEventRow[]>> {
  const events = new Map<string, ClockEventRow[]>()
  if (clockIds.length === 0) return events
  const rows = await db
    .selectFrom('clock_events')
    .selectAll()
    .where('authority_id', '=', scope.authorityId)
    .where('clock_id', '=', (eb) => eb.fn.any(eb.val([...clockIds])))
    .orderBy('clock_id')
    .orderBy('seq')
    .execute()
  for (const row of rows) events.set(row.clock_id, [...(events.get(row.clock_id) ?? []), row])
  return events
}

/** What happened to a clock, in order. */
export async function listClockEvents(db: Db, scope: Scope, clockId: string): Promise<ClockEventRow[]> {
  return db
    .selectFrom('clock_events')
    .selectAll()
    .where('authority_id', '=', scope.authorityId)
    .where('clock_id', '=', clockId)
    .orderBy('seq')
    .execute()
}
