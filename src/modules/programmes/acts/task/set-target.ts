import { DomainError } from '../../../../shared/errors.ts'
import { TargetInput } from '../../tasks/fields.ts'
import { asNumber, taskAct } from './task-act.ts'

/** Another figure is to be reached; the old one and the reason stay. */
export const setTarget = taskAct(TargetInput, async ({ matter, input }) => {
  const [from, to] = [asNumber(matter.target), asNumber(input.target)]
  if (from === to) throw new DomainError('task_unchanged', 422)
  return {
    set: { target: input.target },
    history: { type: 'task.targetChanged', audience: 'public', facts: { from, to }, words: { reason: input.reason } },
  }
})
