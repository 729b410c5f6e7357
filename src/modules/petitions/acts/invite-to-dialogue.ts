import { refuseInput } from '../../../platform/http/input.ts'
import { DomainError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { dueOnOf, loadCalendar } from '../../clocks/index.ts'
import { findOpenInvitation } from '../dialogue-repository.ts'
import { DialogueInput, labels } from '../fields.ts'
import { petitionAct } from './petition-act.ts'

/** Days of notice before a dialogue: NĐ 124/2020 Đ28 k1 as amended by NĐ 155/2026 Đ11. */
const NOTICE_RULE = 'complaint.dialogue_notice'

/** Invites the complainant to the meeting before the decision, early enough for the law. */
export const inviteToDialogue = petitionAct(DialogueInput, async ({ trx, scope, matter, input, actor, now, today }) => {
  if (await findOpenInvitation(trx, scope, matter.id)) throw new DomainError('dialogue_already_invited', 409)
  if (input.heldOn <= today) refuseInput([{ field: 'heldOn', code: 'in_the_past' }], labels)
  const latest = dueOnOf(NOTICE_RULE, input.heldOn, null, await loadCalendar(trx, scope))
  if (today > latest) refuseInput([{ field: 'heldOn', code: 'too_soon' }], labels)
  const id = newId(now.getTime())
  await trx
    .insertInto('petition_dialogues')
    .values({
      authority_id: scope.authorityId,
      id,
      petition_id: matter.id,
      held_on: input.heldOn,
      held_at: input.heldAt,
      place: input.place,
      invited_by: actor!.personId,
      invited_at: now,
    })
    .execute()
  return {
    history: {
      type: 'petition.dialogueInvited',
      audience: 'filer',
      facts: { dialogueId: id, heldOn: input.heldOn, heldAt: input.heldAt },
      words: { place: input.place },
    },
  }
})
