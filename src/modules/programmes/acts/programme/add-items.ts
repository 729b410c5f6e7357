import { refuseInput } from '../../../../platform/http/input.ts'
import { recountMany } from '../../../tallies/index.ts'
import { AddItemsInput, labels } from '../../fields.ts'
import { makeItems, recordMade } from '../../items/make-items.ts'
import { taskCounts } from '../../rules.ts'
import { byOf, programmeAct } from './programme-act.ts'

/** Items behind the others. What is added to a programme that is out says why, and counts at once. */
export const addItems = programmeAct(AddItemsInput, async (context) => {
  const { trx, scope, matter, input, now } = context
  const isOut = matter.status === 'published'
  if (isOut && input.reason === null) refuseInput([{ field: 'reason', code: 'required' }], labels)
  const tasks = await makeItems(trx, scope, matter, input.items, now)
  const audience = isOut ? 'public' : 'internal'
  await recordMade(trx, scope, matter, tasks, audience, byOf(context))
  await recountMany(
    trx,
    scope,
    [],
    tasks.flatMap((task) => taskCounts(task, matter)),
  )
  return {
    set: { updatedAt: now },
    history: {
      type: 'programme.itemsAdded',
      audience,
      facts: { items: tasks.length, first: tasks[0]!.code },
      words: { reason: isOut ? input.reason : null },
    },
  }
})
