import { WithdrawInput } from '../fields.ts'
import { pollAct } from './poll-act.ts'

/** The only way to take an open poll back: with a reason that everybody reads. No result is shown. */
export const withdraw = pollAct(WithdrawInput, async ({ input, today }) => ({
  set: { endedOn: today },
  history: { type: 'poll.withdrawn', audience: 'public', words: { reason: input.reason } },
}))
