import { EditInput } from '../../tasks/fields.ts'
import { requireOwner } from '../../tasks/require-owner.ts'
import { taskAct } from './task-act.ts'

/** An item of a draft; once the programme is out, what was promised is moved by acts of their own, with a reason. */
export const edit = taskAct(EditInput, async ({ trx, scope, matter, input, today }) => {
  if (input.unitId !== matter.unitId || input.personId !== matter.personId) await requireOwner(trx, scope, input, today)
  return {
    set: input,
    history: { type: 'task.edited', audience: 'internal', facts: { kind: input.kind, dueOn: input.dueOn, unitId: input.unitId } },
  }
})
