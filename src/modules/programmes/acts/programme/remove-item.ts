import { ItemOnlyInput } from '../../fields.ts'
import { deleteItem, shiftPlaces } from '../../items/item-rows.ts'
import { listTasks } from '../../task-repository.ts'
import { itemNamed, programmeAct } from './programme-act.ts'

/** An item out of a draft: nobody outside ever read it. Its words stay in the history of the programme. */
export const removeItem = programmeAct(ItemOnlyInput, async ({ trx, scope, matter, input, now }) => {
  const task = itemNamed(await listTasks(trx, scope, matter.id), input.item)
  await deleteItem(trx, scope, task.id)
  await shiftPlaces(trx, scope, matter.id, task.place + 1, -1)
  return {
    set: { updatedAt: now },
    history: { type: 'programme.itemRemoved', audience: 'internal', facts: { item: task.code }, words: { title: task.title } },
  }
})
