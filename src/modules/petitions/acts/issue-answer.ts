import type { Trx } from '../../../platform/database.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { Scope } from '../../accounts/index.ts'
import { listClocks } from '../../clocks/index.ts'
import { listDialogues } from '../dialogue-repository.ts'
import { NothingInput } from '../fields.ts'
import { matterOf, type Petition } from '../petition.ts'
import { findOpenDraft } from '../petition-repository.ts'
import { petitionAct } from './petition-act.ts'

/** The chairman signs: the draft becomes the office's answer, and the clock of the answer is met today. */
export const issueAnswer = petitionAct(NothingInput, async ({ trx, scope, matter, actor, role, now, today }) => {
  const draft = await findOpenDraft(trx, scope, matter.id)
  if (!draft) throw new DomainError('wrong_status', 409)
  // Four eyes: who signs for the chairman has not written it.
  if (role === 'deputySigner' && draft.draftedBy === actor!.personId) throw new DomainError('own_draft', 409)
  await dialogueComesFirst(trx, scope, matter)
  await trx
    .updateTable('petition_answers')
    .set({ state: 'issued', signed_by: actor!.personId, issued_at: now })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', draft.id)
    .execute()
  const resolution = (await listClocks(trx, scope, matterOf(matter))).find(
    (clock) => clock.stage === 'resolution' && clock.state !== 'met' && clock.state !== 'stopped',
  )
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
      facts: {
        answerId: draft.id,
        outcome: draft.outcome,
        promisedOn: draft.promisedOn,
        dueOn: resolution?.dueOn ?? null,
        ...(role === 'deputySigner' ? { delegationId: actor!.signsFor!.delegationId } : {}),
      },
      words: { text: draft.text },
    },
  }
})

/** An invitation is followed by its minutes; the second settlement cannot do without a dialogue (NĐ 155/2026 Đ11). */
async function dialogueComesFirst(trx: Trx, scope: Scope, matter: Petition): Promise<void> {
  if (matter.kind !== 'complaint') return
  const dialogues = await listDialogues(trx, scope, matter.id)
  if (dialogues.some((dialogue) => dialogue.attendance === null)) throw new DomainError('dialogue_open', 409)
  const settled = dialogues.some((dialogue) => dialogue.attendance !== 'postponed')
  if (matter.instance === 2 && !settled) throw new DomainError('dialogue_missing', 409)
}
