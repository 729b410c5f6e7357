import { MoveInput } from '../../fields.ts'
import { setPlaces } from '../../items/item-rows.ts'
import { listTasks } from '../../task-repository.ts'
import { itemNamed, programmeAct } from './programme-act.ts'

/** An item to another place; a place behind the last is the last. */
export const moveItem = programmeAct(MoveInput, async ({ trx, scope, matter, input, now }) => {
  const tasks = await listTasks(trx, scope, matter.id)
  const task = itemNamed(tasks, input.item)
  const ids = tasks.map(({ id }) => id).filter((id) => id !== task.id)
  ids.splice(input.to - 1, 0, task.id)
  await setPlaces(trx, scope, matter.id, ids)
  return {
    set: { updatedAt: now },
    history: { type: 'programme.itemMoved', audience: 'internal', facts: { item: task.code, to: ids.indexOf(task.id) + 1 } },
  }
})
