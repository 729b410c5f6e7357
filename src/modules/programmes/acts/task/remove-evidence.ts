import { DomainError } from '../../../../shared/errors.ts'
import { setFileVisibility } from '../../../files/index.ts'
import { taskMatter } from '../../task.ts'
import { requireEvidence } from '../../tasks/evidence-files.ts'
import { RemoveEvidenceInput } from '../../tasks/fields.ts'
import { taskAct } from './task-act.ts'

/** Evidence that was wrong is taken back with a reason; its row stays. What is reported as done keeps at least one. */
export const removeEvidence = taskAct(RemoveEvidenceInput, async ({ trx, scope, matter, input, actor, now }) => {
  const evidence = await requireEvidence(trx, scope, matter.id, input.evidence)
  if (matter.status === 'reported' && matter.evidence <= 1) throw new DomainError('last_evidence', 409)
  await trx
    .updateTable('programme_evidence')
    .set({ removed_at: now, removed_by: actor!.personId, removed_because: input.reason })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', evidence.id)
    .execute()
  if (evidence.refType === 'file') await setFileVisibility(trx, scope, taskMatter(matter), evidence.refId, 'internal', now)
  return {
    set: { evidence: matter.evidence - 1 },
    history: {
      type: 'task.evidenceRemoved',
      audience: 'public',
      facts: { evidenceId: evidence.id, type: evidence.refType },
      words: { reason: input.reason },
    },
  }
})
