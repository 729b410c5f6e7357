import { DomainError } from '../../../../shared/errors.ts'
import { OwnerInput } from '../../tasks/fields.ts'
import { requireOwner } from '../../tasks/require-owner.ts'
import { taskAct } from './task-act.ts'

/** Another agency or another person leads it. Who the person is stays in the office; that it is another one does not. */
export const setOwner = taskAct(OwnerInput, async ({ trx, scope, matter, input, role, today }) => {
  const { unitId, personId, reason } = input
  if (unitId === matter.unitId && personId === matter.personId) throw new DomainError('task_unchanged', 422)
  // A head answers for the own agency, and does not hand its work to another.
  if (role === 'head' && unitId !== matter.unitId) throw new DomainError('owner_of_other_unit', 403)
  await requireOwner(trx, scope, input, today)
  return {
    set: { unitId, personId, ...(unitId === null ? {} : { leadWords: null }) },
    history: {
      type: 'task.ownerChanged',
      audience: 'public',
      facts: { fromUnitId: matter.unitId, toUnitId: unitId, personChanged: personId !== matter.personId },
      words: { reason },
    },
  }
})
