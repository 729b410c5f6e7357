import { NoInput } from '../../fields.ts'
import { programmeAct } from './programme-act.ts'

/** Its time is over: it stays to be read, with what was done and what was not. */
export const end = programmeAct(NoInput, async ({ today, now }) => ({
  set: { endedOn: today, updatedAt: now },
  history: { type: 'programme.ended', audience: 'public', facts: { endedOn: today } },
}))
