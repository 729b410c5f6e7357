import { forgetEntry } from '../erase-person.ts'
import { EraseInput } from '../fields.ts'
import { receptionAct } from './reception-act.ts'

/** Personal data goes when there is no more ground to keep it: who came, what was said, and earlier texts of both. The line stays. */
export const erase = receptionAct<{ reason: string }>(EraseInput, async ({ trx, scope, matter, input }) => {
  await forgetEntry(trx, scope, matter.id)
  return { history: { type: 'reception.erased', audience: 'internal', words: { reason: input.reason } } }
})
