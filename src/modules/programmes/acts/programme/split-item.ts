import { SplitInput } from '../../fields.ts'
import { shiftPlaces, writePartners } from '../../items/item-rows.ts'
import { newCodes, newTask, recordMade } from '../../items/make-items.ts'
import { addAnchors, insertTasks, listAnchors, listPartners, listTasks, saveTask } from '../../task-repository.ts'
import { byOf, itemNamed, programmeAct } from './programme-act.ts'

/** One sentence that bids two things becomes two items, both held by that sentence; agencies and days are the same for both. */
export const splitItem = programmeAct(SplitInput, async (context) => {
  const { trx, scope, matter, input, now } = context
  const task = itemNamed(await listTasks(trx, scope, matter.id), input.item)
  const [code] = await newCodes(trx, scope, now, 1)
  await shiftPlaces(trx, scope, matter.id, task.place + 1, 1)
  await saveTask(trx, scope, task, { title: input.first, version: task.version + 1, updatedAt: now })
  const { id: _, ...same } = task
  const other = newTask({ ...same, code: code!, place: task.place + 1, title: input.second, version: 1, updatedAt: now })
  await insertTasks(trx, scope, [other])
  const [partners, anchors] = await Promise.all([listPartners(trx, scope, [task.id]), listAnchors(trx, scope, [task.id])])
  await writePartners(
    trx,
    scope,
    partners.map((partner) => ({ ...partner, taskId: other.id })),
  )
  await addAnchors(
    trx,
    scope,
    anchors.map((anchor) => ({ ...anchor, taskId: other.id })),
  )
  await recordMade(trx, scope, matter, [other], 'internal', byOf(context))
  return {
    set: { updatedAt: now },
    history: { type: 'programme.itemSplit', audience: 'internal', facts: { item: task.code, into: other.code } },
  }
})
