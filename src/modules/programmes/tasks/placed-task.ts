import type { Db, Trx } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Programme } from '../programme.ts'
import { findProgramme, programmesOf } from '../programme-repository.ts'
import type { Task } from '../task.ts'
import { findTaskByCode, listPartners, lockTask, saveTask, tasksOf } from '../task-repository.ts'

/** An item with what its rules ask about. */
export interface PlacedTask extends Task {
  programme: Programme
  partnerIds: readonly string[]
}

export async function findPlaced(db: Db, scope: Scope, code: string): Promise<PlacedTask | undefined> {
  const task = await findTaskByCode(db, scope, code)
  const programme = task && (await findProgramme(db, scope, task.programmeId))
  return task && programme && { ...task, programme, partnerIds: await partnerIdsOf(db, scope, task.id) }
}

/**
 * Locks programme, then item: the order of those acts of the programme that move its items, so that two never wait for each other. The programme is
 * only read here, hence shared: items of one programme move side by side, but never while it is being published or ended. An item never changes
 * its programme, so which one to lock may be read before.
 */
export async function lockPlaced(trx: Trx, scope: Scope, id: string): Promise<PlacedTask | undefined> {
  const known = await tasksOf(trx, scope).where('id', '=', id).executeTakeFirst()
  const programme = known && (await programmesOf(trx, scope).where('id', '=', known.programmeId).forShare().executeTakeFirst())
  const task = programme && (await lockTask(trx, scope, id))
  return task && { ...task, programme, partnerIds: await partnerIdsOf(trx, scope, id) }
}

/** Writes the item alone; programme and partners are not changed by an act of the item. */
export async function savePlaced(trx: Trx, scope: Scope, placed: PlacedTask, set: Partial<PlacedTask>): Promise<PlacedTask> {
  const { programme, partnerIds, ...task } = placed
  const { programme: _, partnerIds: __, ...facts } = set
  return { ...(await saveTask(trx, scope, task, facts)), programme, partnerIds }
}

async function partnerIdsOf(db: Db, scope: Scope, taskId: string): Promise<string[]> {
  return (await listPartners(db, scope, [taskId])).flatMap(({ unitId }) => (unitId ? [unitId] : []))
}
