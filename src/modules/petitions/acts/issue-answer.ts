import { DomainError } from '../../../shared/errors.ts'
import { listClocks } from '../../clocks/index.ts'
import { NothingInput } from '../fields.ts'
import { matterOf } from '../petition.ts'
import { findOpenDraft } from '../petition-repository.ts'
import { petitionAct } from './petition-act.ts'

/** The chairman signs: the draft becomes the office's answer, and the clock of the answer is met today. */
export const issueAnswer = petitionAct(NothingInput, async ({ trx, scope, matter, actor, now, today }) => {
  const draft = await findOpenDraft(trx, scope, matter.id)
  if (!draft) throw new DomainError('wrong_status', 409)
  await trx
    .updateTable('petition_answers')
    .set({ state: 'issued', signed_by: actor!.personId, issued_at: now })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', draft.id)
    .execute()
  const resolution = (await listClocks(trx, scope, matterOf(matter))).find((clock) => clock.stage === 'resolution')
  return {
    set: {
      outcome: draft.outcome,
      promisedOn: draft.promisedOn,
      answeredOn: today,
      answeredLate: resolution ? today > resolution.dueOn : null,
      extended: matter.extended || (resolution?.extended ?? false),
    },
    history: {
      type: 'petition.answered',
      audience: 'public',
      facts: { answerId: draft.id, outcome: draft.outcome, promisedOn: draft.promisedOn, dueOn: resolution?.dueOn ?? null },
      words: { text: draft.text },
    },
  }
})
