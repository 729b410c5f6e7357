import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { recount } from '../../tallies/index.ts'
import type { Judged, JudgedSubject } from '../../verdicts/index.ts'
import { PROMISES_TAG, programmeTag, taskTag } from '../options.ts'
import { paths } from '../paths.ts'
import type { Programme } from '../programme.ts'
import { findProgramme } from '../programme-repository.ts'
import { isShown, taskCounts } from '../rules.ts'
import type { Task } from '../task.ts'
import { findTask, lockTask, saveTask } from '../task-repository.ts'

/** Only what says that it is done is judged; goals say nothing themselves. */
export function takesVerdicts({ status, kind }: Pick<Task, 'status' | 'kind'>): boolean {
  return kind !== 'objective' && (status === 'reported' || status === 'done')
}

export function judgedOf(task: Task, programme: Programme): Judged {
  return {
    title: task.title,
    href: paths.task(task.code),
    open: takesVerdicts(task),
    tags: [taskTag(task.id), programmeTag(programme.id), ...(programme.planId ? [programmeTag(programme.planId)] : []), PROMISES_TAG],
  }
}

async function judged(db: Db, scope: Scope, task: Task | undefined): Promise<Judged | undefined> {
  const programme = task && (await findProgramme(db, scope, task.programmeId))
  return programme && isShown(programme) && task.status !== 'draft' ? judgedOf(task, programme) : undefined
}

/** How items of programmes are judged; the figures of the current round stand on the item's own row as well, for lists and counts. */
export const judgedTask: JudgedSubject = {
  find: async (db, scope, id) => judged(db, scope, await findTask(db, scope, id)),
  hold: async (trx, scope, id) => judged(trx, scope, await lockTask(trx, scope, id)),
  moved: async (trx, scope, id, { done, partly, not }) => {
    const task = await lockTask(trx, scope, id)
    const programme = task && (await findProgramme(trx, scope, task.programmeId))
    if (!task || !programme) throw new Error(`Item ${id} was held and is not there.`)
    const after = await saveTask(trx, scope, task, { saidDone: done, saidPartly: partly, saidNot: not })
    const counts = { before: taskCounts(task, programme), after: taskCounts(after, programme) }
    await recount(trx, scope, counts.before, counts.after)
    return JSON.stringify(counts.before) !== JSON.stringify(counts.after)
  },
  tags: (id) => [taskTag(id)],
}
