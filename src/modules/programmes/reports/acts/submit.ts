import { refuseInput } from '../../../../platform/http/input.ts'
import { labels, NoInput } from '../fields.ts'
import { fillReport } from '../fill-report.ts'
import { reportAct } from './report-act.ts'

/** The figures are snapped as they stand in this transaction: what is done to the items later does not change what was reported. */
export const submit = reportAct(NoInput, async ({ trx, scope, matter, actor, now, today }) => {
  if (matter.result === null) refuseInput([{ field: 'result', code: 'required' }], labels)
  const data = await fillReport(trx, scope, matter.programmeId, today)
  const { total, byStatus, late, withEvidence } = data
  const { result, obstacles, proposals } = matter
  return {
    set: { data, submittedOn: today, submittedBy: actor?.personId ?? null, updatedAt: now },
    history: {
      type: 'report.submitted',
      audience: 'public',
      facts: { total, done: byStatus.done, late, withEvidence },
      words: { result, obstacles, proposals },
    },
  }
})
