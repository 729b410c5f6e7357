import type { CivilDate } from '../../../shared/civil-date.ts'
import { isLate } from '../rules.ts'
import type { Task } from '../task.ts'

const figure = (value: string | null) => (value === null ? null : Number(value))

/** An item as the API gives it to everybody; who is in charge by name is the office's own. */
export function taskJson(task: Task, today: CivilDate) {
  const { code, kind, title, details, status, version, unitId, leadWords, startsOn, dueOn, dueWords, lateFrom, every, period, weight } =
    task
  return {
    code,
    kind,
    title,
    details,
    status,
    version,
    unitId,
    leadWords,
    startsOn,
    dueOn,
    dueWords,
    lateFrom,
    isLate: isLate(task, today),
    every,
    period,
    weight,
    indicator: task.indicator,
    unitOfMeasure: task.unitOfMeasure,
    target: figure(task.target),
    reached: figure(task.reached),
    reportedOn: task.reportedOn,
    doneOn: task.doneOn,
    evidenceCount: task.evidence,
    saidDone: task.saidDone,
    saidPartly: task.saidPartly,
    saidNot: task.saidNot,
    updatedAt: task.updatedAt.toISOString(),
  }
}

/** The same for officers. */
export function officeTaskJson(task: Task, today: CivilDate) {
  return { ...taskJson(task, today), personId: task.personId, noteCount: task.notes }
}
