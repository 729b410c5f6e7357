import { DomainError } from '../../../shared/errors.ts'
import { ReasonInput } from '../fields.ts'
import { findOpenDraft } from '../petition-repository.ts'
import { petitionAct } from './petition-act.ts'

/** Sends the draft back with what must be better. */
export const returnDraft = petitionAct(ReasonInput, async ({ trx, scope, matter, input }) => {
  const draft = await findOpenDraft(trx, scope, matter.id)
  if (!draft) throw new DomainError('wrong_status', 409)
  await trx
    .updateTable('petition_answers')
    .set({ state: 'returned', returned_reason: input.reason })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', draft.id)
    .execute()
  return {
    history: { type: 'petition.draftReturned', audience: 'internal', facts: { answerId: draft.id }, words: { reason: input.reason } },
  }
})
