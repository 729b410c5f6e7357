import { refuseInput } from '../../../../platform/http/input.ts'
import { DomainError } from '../../../../shared/errors.ts'
import { loadCalendar } from '../../../clocks/index.ts'
import { lateFrom } from '../../late-from.ts'
import { labels, MoveDueInput } from '../../tasks/fields.ts'
import { taskAct } from './task-act.ts'

/** A promised day is moved in the open alone: the old one and the reason stay. */
export const moveDue = taskAct(MoveDueInput, async ({ trx, scope, matter, input }) => {
  if (input.dueOn === matter.dueOn) throw new DomainError('task_unchanged', 422)
  if (matter.startsOn && input.dueOn < matter.startsOn) refuseInput([{ field: 'dueOn', code: 'before_start' }], labels)
  return {
    // What recurs is never late itself: its rounds are.
    set: { dueOn: input.dueOn, lateFrom: matter.every ? null : lateFrom(await loadCalendar(trx, scope), input.dueOn) },
    history: {
      type: 'task.dueMoved',
      audience: 'public',
      facts: { fromOn: matter.dueOn, toOn: input.dueOn },
      words: { reason: input.reason },
    },
  }
})
