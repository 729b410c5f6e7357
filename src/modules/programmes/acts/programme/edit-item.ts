import { refuseInput } from '../../../../platform/http/input.ts'
import { EditItemInput, labels } from '../../fields.ts'
import { clearAnchors } from '../../items/item-rows.ts'
import { partnersOf, requireKnown } from '../../items/make-items.ts'
import { addAnchors, listTasks, saveTask, setPartners } from '../../task-repository.ts'
import { itemNamed, programmeAct } from './programme-act.ts'

/** Everything of an item of a draft; once the programme is out, what was promised is moved by the item's own acts, with a reason. */
export const editItem = programmeAct(EditItemInput, async ({ trx, scope, matter, input: { item: code, ...input }, now }) => {
  const there = await listTasks(trx, scope, matter.id)
  const task = itemNamed(there, code)
  const known = await requireKnown(trx, scope, matter, [input], there, (_, field) => field)
  const { partnerIds: _, partnerWords: __, anchorIds, goal, ...facts } = input
  const goalId = goal === null ? null : known.goals.get(goal)!
  if (goalId === task.id) refuseInput([{ field: 'goal', code: 'unknown_reference' }], labels)
  await saveTask(trx, scope, task, { ...facts, goalId, version: task.version + 1, updatedAt: now })
  await setPartners(trx, scope, task.id, partnersOf(input))
  await clearAnchors(trx, scope, task.id)
  const documentId = matter.documentId
  if (documentId)
    await addAnchors(
      trx,
      scope,
      anchorIds.map((anchorId) => ({ taskId: task.id, documentId, anchorId })),
    )
  return {
    set: { updatedAt: now },
    history: { type: 'programme.itemEdited', audience: 'internal', facts: { item: task.code, dueOn: input.dueOn, unitId: input.unitId } },
  }
})
