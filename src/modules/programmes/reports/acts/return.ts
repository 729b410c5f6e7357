import { ReturnInput } from '../fields.ts'
import { reportAct } from './report-act.ts'

/** Back to the agency: its words stay, the figures are filled in anew when it is submitted again. */
export const returnReport = reportAct(ReturnInput, async ({ input, now }) => ({
  set: { data: null, submittedOn: null, submittedBy: null, updatedAt: now },
  history: { type: 'report.returned', audience: 'public', words: { reason: input.reason } },
}))
