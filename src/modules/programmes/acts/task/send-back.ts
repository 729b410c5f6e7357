import { ReasonInput } from '../../tasks/fields.ts'
import { taskAct } from './task-act.ts'

/** What was reported does not show that it is done: back to work. */
export const sendBack = taskAct(ReasonInput, async ({ input }) => ({
  set: { reportedBy: null, reportedOn: null },
  history: { type: 'task.sentBack', audience: 'public', words: { reason: input.reason } },
}))
