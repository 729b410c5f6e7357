import { WithdrawPartInput } from '../fields.ts'
import { petitionAct } from './petition-act.ts'

/** The complainant takes part of it back (LKN as amended by Luật 136/2025); the rest is settled, on the same clocks. */
export const withdrawPart = petitionAct(WithdrawPartInput, async ({ input }) => ({
  history: { type: 'petition.partWithdrawn', audience: 'public', words: { words: input.words } },
}))
