import { PollInput } from '../fields.ts'
import { setOptions } from '../poll-repository.ts'
import { pollAct } from './poll-act.ts'

/** Question, answers and days, as long as nobody could vote; what was ready must be made ready again. */
export const edit = pollAct(PollInput, async ({ trx, scope, matter, input }) => {
  const { options, ...set } = input
  await setOptions(trx, scope, matter.id, options)
  return { set, history: { type: 'poll.edited', audience: 'internal', facts: { options: options.length } } }
})
