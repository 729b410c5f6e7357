import { refuseInput } from '../../../../platform/http/input.ts'
import { DomainError } from '../../../../shared/errors.ts'
import { tasksOf } from '../../task-repository.ts'
import { labels, NeedsInput } from '../../tasks/fields.ts'
import { lockNeeds, waitsFor } from '../../tasks/needs.ts'
import { taskAct } from './task-act.ts'

/** What must be done before it: items of the same programme, never in a circle. */
export const setNeeds = taskAct(NeedsInput, async ({ trx, scope, matter, input }) => {
  await lockNeeds(trx, scope, matter.programmeId)
  const found =
    input.needs.length === 0
      ? []
      : await tasksOf(trx, scope)
          .where('programme_id', '=', matter.programmeId)
          .where('code', 'in', input.needs)
          .where('status', '<>', 'cancelled')
          .execute()
  if (found.length < input.needs.length) refuseInput([{ field: 'needs', code: 'unknown_reference' }], labels)
  const ids = found.map(({ id }) => id)
  if (await waitsFor(trx, scope, ids, matter.id)) throw new DomainError('needs_circle', 422)
  await trx.deleteFrom('programme_task_needs').where('authority_id', '=', scope.authorityId).where('task_id', '=', matter.id).execute()
  if (ids.length > 0)
    await trx
      .insertInto('programme_task_needs')
      .values(ids.map((needsId) => ({ authority_id: scope.authorityId, task_id: matter.id, needs_id: needsId })))
      .execute()
  return {
    history: {
      type: 'task.needsChanged',
      audience: matter.status === 'draft' ? 'internal' : 'public',
      facts: { needs: found.map(({ code }) => code) },
    },
  }
})
