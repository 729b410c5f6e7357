import { ReasonInput } from '../../tasks/fields.ts'
import { taskAct } from './task-act.ts'

/** It was confirmed, and is not done after all. */
export const reopen = taskAct(ReasonInput, async ({ matter, input }) => ({
  set: { reportedBy: null, reportedOn: null, doneOn: null },
  history: { type: 'task.reopened', audience: 'public', facts: { doneOn: matter.doneOn }, words: { reason: input.reason } },
}))
