import { DomainError } from '../../../../shared/errors.ts'
import { ReportInput } from '../../tasks/fields.ts'
import { beginRound } from '../../verdicts/begin-round.ts'
import { asNumber, taskAct } from './task-act.ts'

/** The office says of itself that it is done; never without evidence. Somebody else confirms it. */
export const report = taskAct(ReportInput, async ({ matter, input: { words, reached }, trx, scope, actor, today, now }) => {
  if (matter.evidence === 0) throw new DomainError('evidence_needed', 422)
  return {
    set: {
      ...(await beginRound(trx, scope, matter, { today, now })),
      reportedBy: actor!.personId,
      reportedOn: today,
      ...(reached === null ? {} : { reached }),
    },
    history: {
      type: 'task.reported',
      audience: 'public',
      facts: { evidence: matter.evidence, ...(reached === null ? {} : { reached: asNumber(reached) }) },
      words: { words },
    },
  }
})
