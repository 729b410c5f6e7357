import { loadCalendar } from '../../../clocks/index.ts'
import { lateFrom } from '../../late-from.ts'
import { NoInput } from '../../tasks/fields.ts'
import { taskAct } from './task-act.ts'

/** An item of a draft comes out with its programme; nobody does it by hand. */
export const open = taskAct(NoInput, async ({ trx, scope, matter: { dueOn, every, code, kind, unitId, programmeId } }) => {
  const late = dueOn && every === null ? lateFrom(await loadCalendar(trx, scope), dueOn) : null
  return {
    set: { lateFrom: late },
    history: { type: 'task.opened', audience: 'public', facts: { programmeId, code, kind, unitId, dueOn, lateFrom: late } },
  }
})
