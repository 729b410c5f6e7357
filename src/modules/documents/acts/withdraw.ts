import { WithdrawInput } from '../fields.ts'
import { documentAct } from './document-act.ts'

/** Taken back from readers, with a reason that everybody reads. */
export const withdraw = documentAct(WithdrawInput, async ({ input, now }) => ({
  set: { updatedAt: now },
  history: { type: 'document.withdrawn', audience: 'public', words: { reason: input.reason } },
}))
