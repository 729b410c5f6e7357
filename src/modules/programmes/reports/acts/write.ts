import { WordsInput } from '../fields.ts'
import { reportAct } from './report-act.ts'

/** The agency's own words beside the figures; a draft until its head submits. */
export const write = reportAct(WordsInput, async ({ input, now }) => ({
  set: { ...input, updatedAt: now },
  history: { type: 'report.written', audience: 'internal' },
}))
