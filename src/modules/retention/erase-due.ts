import type { Trx } from '../../platform/database.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { appendEntry } from '../history/index.ts'
import { type Batch, type Item, matterOf } from './batch.ts'
import { listDueBatches, lockEmptied, settleItem, takeItem } from './batch-repository.ts'
import { type Because, decide } from './decide.ts'
import { examine } from './examine.ts'
import type { NightOptions } from './propose.ts'
import type { RetentionSource } from './source.ts'
import { currentSwitches } from './switch-repository.ts'
import './retention.table.ts'

export interface EraseOptions extends NightOptions {
  dropPages: (tags: readonly string[]) => void
}

/**
 * The second half of the night: of what was announced long enough, erases what still may go, each thing in a transaction of its own,
 * and takes out the rest with the reason. A run that breaks off is taken up where it stopped; two runs share the work.
 * @returns how many things were erased
 */
export async function eraseDue(options: EraseOptions, scope: Scope): Promise<number> {
  let erased = 0
  const failures: unknown[] = []
  for (const batch of await listDueBatches(options.db, scope, civilDateOf(options.now()))) {
    let after = 0
    for (;;) {
      try {
        const done = await options.db.transaction().execute((trx) => settleNext(trx, options, scope, batch, after))
        if (!done) break
        after = done.item.position
        if (done.because) continue
        erased += done.item.n
        options.dropPages(options.retained.of[batch.rule].tags(done.item.key))
      } catch (error) {
        // One thing that cannot be erased keeps no other from going; the job is seen to fail.
        if (!(error instanceof ItemFailed)) throw error
        failures.push(error.cause)
        after = error.position
      }
    }
    await options.db.transaction().execute((trx) => finish(trx, scope, batch.id, options.now()))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} announced things could not be erased.`)
  return erased
}

class ItemFailed extends Error {
  readonly position: number
  constructor(position: number, cause: unknown) {
    super('An announced thing could not be erased.', { cause })
    this.position = position
  }
}

async function settleNext(
  trx: Trx,
  options: EraseOptions,
  scope: Scope,
  batch: Batch,
  after: number,
): Promise<{ item: Item; because: Because | null } | undefined> {
  const item = await takeItem(trx, scope, batch.id, after)
  if (!item) return undefined
  try {
    return { item, because: await settle(trx, options, scope, batch, item) }
  } catch (error) {
    throw new ItemFailed(item.position, error)
  }
}

/** Decides anew, with everything locked, and erases or takes out. */
async function settle(trx: Trx, options: EraseOptions, scope: Scope, batch: Batch, item: Item): Promise<Because | null> {
  const now = options.now()
  const source = options.retained.of[batch.rule]
  const resting = await source.find(trx, scope, item.key, true)
  const applied = (await currentSwitches(trx, scope)).get(batch.rule)
  const today = civilDateOf(now)
  const decision = resting
    ? decide(applied?.isOn ? applied : null, await examine(trx, scope, options.retained, resting, today), today)
    : ({ goes: false, because: 'changed' } as const)
  const because = decision.goes ? null : decision.because
  if (resting && !because) await erase(trx, scope, source, batch, item, { matter: resting.matter, now })
  await settleItem(trx, scope, batch.id, item, because, now)
  return because
}

async function erase(
  trx: Trx,
  scope: Scope,
  source: RetentionSource,
  batch: Batch,
  item: Item,
  { matter, now }: { matter: { type: string; id: string } | null; now: Date },
): Promise<void> {
  await source.erase(trx, scope, item.key, { rule: batch.rule, batch: batch.code, now })
  const facts = { rule: batch.rule, batch: batch.code, announcedOn: batch.announcedOn, restedOn: item.restedOn, n: item.n }
  if (matter) {
    await appendEntry(
      trx,
      scope,
      matter,
      { type: `${matter.type}.retentionErased`, audience: 'filer', facts },
      { role: null, personId: null, at: now },
    )
    return
  }
  await lockBatch(trx, scope, batch.id)
  await appendEntry(
    trx,
    scope,
    matterOf(batch),
    { type: 'retention.erased', audience: 'internal', facts: { ...facts, key: item.key } },
    { role: null, personId: null, at: now },
  )
}

/** Entries of a history are numbered under the lock of their matter. */
async function lockBatch(trx: Trx, scope: Scope, id: string): Promise<void> {
  await trx
    .selectFrom('retention_batches')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Whoever settles the last thing closes the batch, once. */
async function finish(trx: Trx, scope: Scope, batchId: string, at: Date): Promise<void> {
  const emptied = await lockEmptied(trx, scope, batchId)
  if (!emptied) return
  await trx
    .updateTable('retention_batches')
    .set({ status: 'done', done_on: civilDateOf(at) })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', batchId)
    .execute()
  await appendEntry(
    trx,
    scope,
    matterOf({ id: batchId }),
    {
      type: 'retention.done',
      audience: 'internal',
      facts: { rule: emptied.rule, erased: emptied.erased, takenOut: emptied.takenOut },
    },
    { role: null, personId: null, at },
  )
}
