import { refuseInput } from '../../../../platform/http/input.ts'
import { DomainError } from '../../../../shared/errors.ts'
import { ItemOnlyInput, labels } from '../../fields.ts'
import { ITEM_TITLE_MAX } from '../../items/item-fields.ts'
import { deleteItem, shiftPlaces } from '../../items/item-rows.ts'
import { joinTitles } from '../../items/join-titles.ts'
import { addAnchors, listAnchors, listPartners, listTasks, saveTask, setPartners } from '../../task-repository.ts'
import { itemNamed, programmeAct } from './programme-act.ts'

/** An item goes into the one before it, with its words, sentences and agencies; where both say something else, the earlier one's holds. */
export const mergeItem = programmeAct(ItemOnlyInput, async ({ trx, scope, matter, input, now }) => {
  const tasks = await listTasks(trx, scope, matter.id)
  const task = itemNamed(tasks, input.item)
  const before = tasks.filter(({ status, place }) => status === 'draft' && place < task.place).at(-1)
  if (!before) throw new DomainError('nothing_before', 422)
  const title = joinTitles(before.title, task.title)
  if ([...title].length > ITEM_TITLE_MAX) refuseInput([{ field: 'item', code: 'too_long', params: { max: ITEM_TITLE_MAX } }], labels)
  const [partners, anchors] = await Promise.all([listPartners(trx, scope, [before.id, task.id]), listAnchors(trx, scope, [task.id])])
  const inOrder = [before.id, task.id].flatMap((id) => partners.filter(({ taskId }) => taskId === id))
  const lead = before.unitId ?? task.unitId
  const kept = inOrder.filter(
    ({ unitId, words }, i) =>
      (unitId === null || unitId !== lead) && inOrder.findIndex((one) => one.unitId === unitId && one.words === words) === i,
  )
  await setPartners(trx, scope, before.id, kept)
  await addAnchors(
    trx,
    scope,
    anchors.map((anchor) => ({ ...anchor, taskId: before.id })),
  )
  await saveTask(trx, scope, before, {
    title,
    details: [before.details, task.details].filter(Boolean).join('\n') || null,
    unitId: lead,
    personId: before.unitId ? before.personId : (before.personId ?? task.personId),
    leadWords: before.leadWords ?? task.leadWords,
    startsOn: before.startsOn ?? task.startsOn,
    dueOn: before.dueOn ?? task.dueOn,
    dueWords: before.dueWords ?? task.dueWords,
    every: before.every ?? task.every,
    indicator: before.indicator ?? task.indicator,
    unitOfMeasure: before.unitOfMeasure ?? task.unitOfMeasure,
    target: before.target ?? task.target,
    goalId: before.goalId ?? (task.goalId === before.id ? null : task.goalId),
    version: before.version + 1,
    updatedAt: now,
  })
  await deleteItem(trx, scope, task.id)
  await shiftPlaces(trx, scope, matter.id, task.place + 1, -1)
  return {
    set: { updatedAt: now },
    history: { type: 'programme.itemMerged', audience: 'internal', facts: { item: task.code, into: before.code } },
  }
})
