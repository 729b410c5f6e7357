import { DeclineInput } from '../fields.ts'
import { petitionAct } from './petition-act.ts'

/** Intake does not take it on: a ground of the law and a reason the filer can read. */
export const decline = petitionAct(DeclineInput, async ({ input }) => ({
  set: { declineGround: input.ground },
  history: {
    type: 'petition.declined',
    audience: 'public',
    facts: { ground: input.ground },
    words: { reason: input.reason },
    // A ground may tell of the person; the public log has it as a commitment.
    sealed: { ground: input.ground },
  },
}))
