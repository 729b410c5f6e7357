import { WithdrawInput } from '../fields.ts'
import { petitionAct } from './petition-act.ts'

/** The filer takes it back; it leaves the public register, its history stays. */
export const withdraw = petitionAct(WithdrawInput, async ({ input }) => ({
  history: { type: 'petition.withdrawn', audience: 'public', words: { reason: input.reason } },
}))
