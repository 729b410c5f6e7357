import { NoInput } from '../../fields.ts'
import { programmeAct } from './programme-act.ts'

/** A plan that never came out is thrown away; readers never knew of it. */
export const discard = programmeAct(NoInput, async ({ today, now }) => ({
  set: { endedOn: today, updatedAt: now },
  history: { type: 'programme.discarded', audience: 'internal' },
}))
