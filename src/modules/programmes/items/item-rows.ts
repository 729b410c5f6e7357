import { sql } from 'kysely'
import type { Trx } from '../../../platform/database.ts'
import { rowsFor, writeTogether } from '../../../platform/write-together.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Partner } from '../task-repository.ts'
import '../programmes.table.ts'

/** Partners of many items at once, in the order given; the items have none yet. */
export async function writePartners(
  trx: Trx,
  scope: Scope,
  partners: readonly Pick<Partner, 'taskId' | 'unitId' | 'words'>[],
): Promise<void> {
  const places = new Map<string, number>()
  const rows = partners.map(({ taskId, unitId, words }) => {
    const place = (places.get(taskId) ?? 0) + 1
    places.set(taskId, place)
    return { authority_id: scope.authorityId, task_id: taskId, place, unit_id: unitId, words }
  })
  await writeTogether(trx, [rowsFor('programme_task_partners', rows)], { once: true })
}

/** Moves the items from a place on, to make room or to close a gap. */
export async function shiftPlaces(trx: Trx, scope: Scope, programmeId: string, from: number, by: number): Promise<void> {
  await trx
    .updateTable('programme_tasks')
    .set({ place: sql`place + ${by}` })
    .where('authority_id', '=', scope.authorityId)
    .where('programme_id', '=', programmeId)
    .where('place', '>=', from)
    .execute()
}

/** Puts the items into a new order: the ids, first to last. */
export async function setPlaces(trx: Trx, scope: Scope, programmeId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update programme_tasks t set place = o.place
    from unnest(${[...ids]}::uuid[]) with ordinality as o (id, place)
    where t.authority_id = ${scope.authorityId} and t.programme_id = ${programmeId} and t.id = o.id and t.place <> o.place`.execute(trx)
}

/** Takes an item out of a draft: nobody outside ever saw it, its history stays under the programme. */
export async function deleteItem(trx: Trx, scope: Scope, id: string): Promise<void> {
  await trx
    .updateTable('programme_tasks')
    .set({ goal_id: null })
    .where('authority_id', '=', scope.authorityId)
    .where('goal_id', '=', id)
    .execute()
  for (const table of ['programme_task_partners', 'programme_task_anchors', 'programme_task_needs'] as const)
    await trx.deleteFrom(table).where('authority_id', '=', scope.authorityId).where('task_id', '=', id).execute()
  await trx.deleteFrom('programme_task_needs').where('authority_id', '=', scope.authorityId).where('needs_id', '=', id).execute()
  await trx.deleteFrom('programme_tasks').where('authority_id', '=', scope.authorityId).where('id', '=', id).execute()
}

export async function clearAnchors(trx: Trx, scope: Scope, taskId: string): Promise<void> {
  await trx.deleteFrom('programme_task_anchors').where('authority_id', '=', scope.authorityId).where('task_id', '=', taskId).execute()
}
