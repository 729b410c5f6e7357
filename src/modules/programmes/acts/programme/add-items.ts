import { refuseInput } from '../../../../platform/http/input.ts'
import { DomainError } from '../../../../shared/errors.ts'
import { appendEntries } from '../../../history/index.ts'
import { recountMany } from '../../../tallies/index.ts'
import { AddItemsInput, labels, MOST_ITEMS } from '../../fields.ts'
import { makeItems } from '../../items/make-items.ts'
import { taskCounts } from '../../rules.ts'
import { taskMatter } from '../../task.ts'
import { listTasks } from '../../task-repository.ts'
import { byOf, programmeAct } from './programme-act.ts'

/** Items behind the others. What is added to a programme that is out says why, and counts at once. */
export const addItems = programmeAct(AddItemsInput, async (context) => {
  const { trx, scope, matter, input, now } = context
  const isOut = matter.status === 'published'
  if (isOut && input.reason === null) refuseInput([{ field: 'reason', code: 'required' }], labels)
  if ((await listTasks(trx, scope, matter.id)).length + input.items.length > MOST_ITEMS)
    throw new DomainError('programme_full', 422, { max: MOST_ITEMS })
  const tasks = await makeItems(trx, scope, matter, input.items, now)
  const audience = isOut ? 'public' : 'internal'
  await appendEntries(
    trx,
    scope,
    tasks.map((task) => ({
      matter: taskMatter(task),
      entry: { type: 'task.made', audience, facts: { programmeId: matter.id, code: task.code, kind: task.kind, dueOn: task.dueOn } },
    })),
    byOf(context),
  )
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
