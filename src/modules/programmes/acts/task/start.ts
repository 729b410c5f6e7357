import { NoInput } from '../../tasks/fields.ts'
import { taskAct } from './task-act.ts'

/** Work has begun. */
export const start = taskAct(NoInput, async () => ({ history: { type: 'task.started', audience: 'public' } }))
