import { NoInput } from '../fields.ts'
import { pollAct } from './poll-act.ts'

/** A poll that never opened is thrown away; readers never knew of it. */
export const discard = pollAct(NoInput, async ({ today }) => ({
  set: { endedOn: today },
  history: { type: 'poll.discarded', audience: 'internal' },
}))
