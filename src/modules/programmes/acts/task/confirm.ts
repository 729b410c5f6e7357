import { NoInput } from '../../tasks/fields.ts'
import { taskAct } from './task-act.ts'

/** Somebody other than who reported it says that it is done. */
export const confirm = taskAct(NoInput, async ({ matter, today }) => ({
  set: { doneOn: today },
  history: { type: 'task.confirmed', audience: 'public', facts: { evidence: matter.evidence } },
}))
