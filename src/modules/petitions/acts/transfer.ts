import { TransferInput } from '../fields.ts'
import { petitionAct } from './petition-act.ts'

/** Sent to the authority that is competent; it reports back (Luật TCD Đ27 k2), and the filer sees where it went. */
export const transfer = petitionAct(TransferInput, async ({ input, today }) => ({
  set: { transferredOn: today, awaitingSince: null },
  history: { type: 'petition.transferred', audience: 'public', words: input },
}))
