import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { isLate } from '../rules.ts'
import type { Task } from '../task.ts'
import { listTasks } from '../task-repository.ts'
import type { ReportData } from './report.ts'

/** Figures and items of an agency's programme as they stand: nothing of it is typed. */
export async function fillReport(db: Db, scope: Scope, programmeId: string, on: CivilDate): Promise<ReportData> {
  return dataOf(await listTasks(db, scope, programmeId), on)
}

export function dataOf(tasks: readonly Task[], on: CivilDate): ReportData {
  // Goals are reached by what serves them; of what recurs each round is reported, not the rule.
  const items = tasks.filter(({ kind, status, every }) => kind !== 'objective' && status !== 'draft' && every === null)
  const having = (status: Task['status']) => items.filter((item) => item.status === status).length
  const sum = (of: (task: Task) => number) => items.reduce((total, task) => total + of(task), 0)
  return {
    on,
    total: items.length,
    byStatus: {
      planned: having('planned'),
      inProgress: having('inProgress'),
      reported: having('reported'),
      done: having('done'),
      cancelled: having('cancelled'),
    },
    late: items.filter((task) => isLate(task, on)).length,
    withEvidence: items.filter(({ evidence }) => evidence > 0).length,
    saying: { done: sum(({ saidDone }) => saidDone), partly: sum(({ saidPartly }) => saidPartly), not: sum(({ saidNot }) => saidNot) },
    items: items.map((task) => ({
      code: task.code,
      kind: task.kind,
      title: task.title,
      status: task.status,
      dueOn: task.dueOn,
      doneOn: task.doneOn,
      isLate: isLate(task, on),
      evidence: task.evidence,
      saidDone: task.saidDone,
      saidPartly: task.saidPartly,
      saidNot: task.saidNot,
      indicator: task.indicator,
      unitOfMeasure: task.unitOfMeasure,
      target: task.target,
      reached: task.reached,
    })),
  }
}
