import type { ActDefinition } from '../../../lifecycle/index.ts'
import type { References } from '../../references.ts'
import type { TaskAct } from '../../task-lifecycle.ts'
import type { GuardedUpload } from '../../tasks/evidence-files.ts'
import type { PlacedTask } from '../../tasks/placed-task.ts'
import { addEvidence } from './add-evidence.ts'
import { cancel } from './cancel.ts'
import { confirm } from './confirm.ts'
import { edit } from './edit.ts'
import { moveDue } from './move-due.ts'
import { note } from './note.ts'
import { open } from './open.ts'
import { openFile } from './open-file.ts'
import { removeEvidence } from './remove-evidence.ts'
import { reopen } from './reopen.ts'
import { report } from './report.ts'
import { sendBack } from './send-back.ts'
import { setNeeds } from './set-needs.ts'
import { setOwner } from './set-owner.ts'
import { setTarget } from './set-target.ts'
import { start } from './start.ts'

/**
 * Every act of the lifecycle table, and nothing else: a missing one does not compile.
 * @param upload the file that came with this request, for `addEvidence`
 */
export function actionsOn(
  references: References,
  upload: GuardedUpload | null = null,
): Readonly<Record<TaskAct, ActDefinition<PlacedTask>>> {
  return {
    edit,
    open,
    start,
    note,
    addEvidence: addEvidence(references, upload),
    removeEvidence,
    openFile,
    report,
    confirm,
    sendBack,
    reopen,
    moveDue,
    setTarget,
    setOwner,
    setNeeds,
    cancel,
  }
}
