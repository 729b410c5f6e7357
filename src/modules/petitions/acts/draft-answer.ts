import { refuseInput } from '../../../platform/http/input.ts'
import { newId } from '../../../shared/ids.ts'
import { DraftInput, labels } from '../fields.ts'
import { petitionAct } from './petition-act.ts'

/** Writes the answer and what the office says it did. A newer draft replaces the open one; all are kept. */
export const draftAnswer = petitionAct(DraftInput, async ({ trx, scope, matter, input, actor, now, today }) => {
  if (input.outcome === 'promised' && !input.promisedOn) refuseInput([{ field: 'promisedOn', code: 'required' }], labels)
  if (input.promisedOn && input.promisedOn <= today) refuseInput([{ field: 'promisedOn', code: 'in_the_past' }], labels)
  const id = newId(now.getTime())
  await trx
    .updateTable('petition_answers')
    .set({ state: 'replaced' })
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', matter.id)
    .where('state', '=', 'draft')
    .execute()
  const promisedOn = input.outcome === 'promised' ? input.promisedOn : null
  await trx
    .insertInto('petition_answers')
    .values({
      authority_id: scope.authorityId,
      id,
      petition_id: matter.id,
      text: input.text,
      outcome: input.outcome,
      promised_on: promisedOn,
      state: 'draft',
      drafted_by: actor!.personId,
      drafted_at: now,
      returned_reason: null,
      signed_by: null,
      issued_at: null,
    })
    .execute()
  return {
    history: {
      type: 'petition.drafted',
      audience: 'internal',
      facts: { answerId: id, outcome: input.outcome, promisedOn },
      words: { text: input.text },
    },
  }
})
