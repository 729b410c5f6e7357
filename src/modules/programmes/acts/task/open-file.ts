import { DomainError } from '../../../../shared/errors.ts'
import { confirmFindings, setFileVisibility } from '../../../files/index.ts'
import { taskMatter } from '../../task.ts'
import { requireEvidence } from '../../tasks/evidence-files.ts'
import { OpenFileInput } from '../../tasks/fields.ts'
import { taskAct } from './task-act.ts'

/** Somebody looked into the file and what the guard saw in it: everybody may read it now. */
export const openFile = taskAct(OpenFileInput, async ({ trx, scope, matter, input, actor, now }) => {
  const evidence = await requireEvidence(trx, scope, matter.id, input.evidence)
  if (evidence.refType !== 'file') throw new DomainError('not_a_file', 422)
  await confirmFindings(trx, scope, evidence.refId, actor!.personId, now)
  await setFileVisibility(trx, scope, taskMatter(matter), evidence.refId, 'public', now)
  return { history: { type: 'task.fileOpened', audience: 'public', facts: { evidenceId: evidence.id } } }
})
