import { NoInput } from '../../fields.ts'
import { programmeAct } from './programme-act.ts'

export const approve = programmeAct(NoInput, async ({ now }) => ({
  set: { updatedAt: now },
  history: { type: 'programme.approved', audience: 'public' },
}))
