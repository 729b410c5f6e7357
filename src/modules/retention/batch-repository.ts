import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type CivilDate, isCivilDate } from '../../shared/civil-date.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import type { Batch, BatchStatus, Item } from './batch.ts'
import type { Because } from './decide.ts'
import type { RuleId } from './rule.ts'
import './retention.table.ts'

const itemColumns = ['position', 'rule', 'key', 'code', 'rested_on as restedOn', 'n', 'state', 'because'] as const

function batches(db: Db, scope: Scope) {
  return db
    .selectFrom('retention_batches as batch')
    .innerJoin('retention_switches as switch', (join) =>
      join.onRef('switch.authority_id', '=', 'batch.authority_id').onRef('switch.id', '=', 'batch.switch_id'),
    )
    .select([
      'batch.id',
      'batch.code',
      'batch.rule',
      'batch.switch_id as switchId',
      'batch.status',
      'batch.announced_on as announcedOn',
      'batch.erase_from as eraseFrom',
      'batch.waiting',
      'batch.erased',
      'batch.taken_out as takenOut',
      'batch.done_on as doneOn',
      'switch.keep_months as keepMonths',
      'switch.document_number as documentNumber',
    ])
    .where('batch.authority_id', '=', scope.authorityId)
}

export function findBatch(db: Db, scope: Scope, code: string): Promise<Batch | undefined> {
  return batches(db, scope).where('batch.code', '=', code).executeTakeFirst()
}

/** Batches of one status: those to come the soonest first, those done the newest first. */
export async function listBatches(db: Db, scope: Scope, status: BatchStatus, after: string | null, limit: number): Promise<Page<Batch>> {
  const newestFirst = status === 'done'
  let query = batches(db, scope).where('batch.status', '=', status)
  if (after) {
    const [on, id] = decodeCursor(after, [isCivilDate, isUuid])
    const key = sql`(${on}::date, ${id}::uuid)`
    query = query.where(
      newestFirst ? sql<boolean>`(batch.erase_from, batch.id) < ${key}` : sql<boolean>`(batch.erase_from, batch.id) > ${key}`,
    )
  }
  const direction = newestFirst ? 'desc' : 'asc'
  const rows = await query
    .orderBy('batch.erase_from', direction)
    .orderBy('batch.id', direction)
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ eraseFrom, id }) => [eraseFrom, id])
}

export async function listItems(db: Db, scope: Scope, batchId: string, after: string | null, limit: number): Promise<Page<Item>> {
  let query = db
    .selectFrom('retention_items')
    .select(itemColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('batch_id', '=', batchId)
  if (after) {
    const [position] = decodeCursor(after, [(text) => /^\d{1,9}$/.test(text)])
    query = query.where('position', '>', Number(position))
  }
  const rows = await query
    .orderBy('position')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ position }) => [String(position)])
}

/** Batches whose day has come and that still wait, the oldest first. */
export function listDueBatches(db: Db, scope: Scope, today: CivilDate): Promise<Batch[]> {
  return batches(db, scope)
    .where('batch.status', '=', 'announced')
    .where('batch.erase_from', '<=', today)
    .orderBy('batch.erase_from')
    .orderBy('batch.id')
    .execute()
}

/** The next thing of a batch that nobody else has in hand, locked; the lock is the right to decide on it. */
export function takeItem(trx: Trx, scope: Scope, batchId: string, after: number): Promise<Item | undefined> {
  return trx
    .selectFrom('retention_items')
    .select(itemColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('batch_id', '=', batchId)
    .where('state', '=', 'announced')
    .where('position', '>', after)
    .orderBy('position')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/** What became of one thing, and the counts of its batch. */
export async function settleItem(
  trx: Trx,
  scope: Scope,
  batchId: string,
  item: Pick<Item, 'position' | 'n'>,
  because: Because | null,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('retention_items')
    .set({ state: because ? 'takenOut' : 'erased', because, decided_at: at })
    .where('authority_id', '=', scope.authorityId)
    .where('batch_id', '=', batchId)
    .where('position', '=', item.position)
    .execute()
  await trx
    .updateTable('retention_batches')
    .set((row) => ({
      waiting: row('waiting', '-', item.n),
      ...(because ? { taken_out: row('taken_out', '+', item.n) } : { erased: row('erased', '+', item.n) }),
    }))
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', batchId)
    .execute()
}

/** @returns the batch, locked, if nothing of it waits any more and nobody closed it yet */
export function lockEmptied(trx: Trx, scope: Scope, batchId: string) {
  return trx
    .selectFrom('retention_batches')
    .select(['id', 'rule', 'erased', 'taken_out as takenOut'])
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', batchId)
    .where('status', '=', 'announced')
    .where('waiting', '=', 0)
    .forUpdate()
    .executeTakeFirst()
}

/** Keys of a rule that are announced now. */
export async function announcedKeys(db: Db, scope: Scope, rule: RuleId, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db
    .selectFrom('retention_items')
    .select('key')
    .where('authority_id', '=', scope.authorityId)
    .where('rule', '=', rule)
    .where('state', '=', 'announced')
    .where('key', 'in', [...keys])
    .execute()
  return new Set(rows.map(({ key }) => key))
}
