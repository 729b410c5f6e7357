import { NoInput } from '../fields.ts'
import { reportAct } from './report-act.ts'

/** From now on everybody may read it. */
export const accept = reportAct(NoInput, async ({ now, today }) => ({
  set: { acceptedOn: today, updatedAt: now },
  history: { type: 'report.accepted', audience: 'public' },
}))
