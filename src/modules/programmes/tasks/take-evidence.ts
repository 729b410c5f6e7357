import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../../shared/errors.ts'
import type { Actor, Scope } from '../../accounts/index.ts'
import { discardUploads, FileRefused, readMultipart } from '../../files/index.ts'
import { moveNow } from '../../lifecycle/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { actOnTask, rolesOnPlaced } from '../task-feature.ts'
import { taskLifecycle } from '../task-lifecycle.ts'
import { guardUpload } from './evidence-files.ts'
import type { PlacedTask } from './placed-task.ts'

/**
 * Evidence with its file, from a form or the API. Whoever may not add any is refused before the file is read.
 * @param guard sees the fields before the first file: the place for the form's token
 * @param given fields that the address says already
 * @throws FileRefused and what `actOnTask` throws; no bytes stay behind then
 */
export async function takeEvidence(
  options: ProgrammeOptions,
  request: FastifyRequest,
  task: PlacedTask,
  guard: (fields: Readonly<Record<string, string>>) => void,
  given: Readonly<Record<string, string>> = {},
): Promise<PlacedTask> {
  const { scope, actor } = request as { scope: Scope; actor: Actor | null }
  const move = moveNow(taskLifecycle, task, 'addEvidence')
  if (!move) throw new DomainError('wrong_status', 409)
  const roles = rolesOnPlaced(actor, task)
  if (!move.by.some((role) => roles?.has(role))) throw new DomainError('forbidden', 403)
  const input = await readMultipart(request, options.files, { maxFiles: 1, from: 'office', guard })
  const { _csrf: _, ...typed } = input.fields
  const fields: Record<string, string> = { ...typed, ...given }
  // What was typed is shown again by a form that is refused.
  request.body = fields
  try {
    if (input.refused[0]) throw new FileRefused(input.refused[0].code, input.refused[0].filename)
    // An upload beside a reference has no place in the evidence: the kind that was chosen counts.
    const upload = fields['type'] === 'file' ? input.uploads[0] : undefined
    const after = await actOnTask(
      options,
      { scope, actor },
      task,
      'addEvidence',
      fields,
      upload ? await guardUpload(options.files, upload) : null,
    )
    if (!upload) await discardUploads(options.files, input.uploads)
    return after
  } catch (error) {
    await discardUploads(options.files, input.uploads)
    throw error
  }
}
