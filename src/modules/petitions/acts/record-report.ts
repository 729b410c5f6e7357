import { ReportInput } from '../fields.ts'
import { petitionAct } from './petition-act.ts'

/** What the other authority reported back; the case ends here with it. */
export const recordReport = petitionAct(ReportInput, async ({ input, today }) => ({
  set: { closedOn: today, closedAs: 'reported' },
  history: { type: 'petition.reportedBack', audience: 'public', words: input },
}))
