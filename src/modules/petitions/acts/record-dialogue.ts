import { refuseInput } from '../../../platform/http/input.ts'
import { DomainError } from '../../../shared/errors.ts'
import { findOpenInvitation } from '../dialogue-repository.ts'
import { labels, MinutesInput } from '../fields.ts'
import { petitionAct } from './petition-act.ts'

/** Minutes of the dialogue, or that it did not take place and why. A complainant who stays away does not stop the settlement (LKN Đ30 k6). */
export const recordDialogue = petitionAct(MinutesInput, async ({ trx, scope, matter, input, actor, now, today }) => {
  const invitation = await findOpenInvitation(trx, scope, matter.id)
  if (!invitation) throw new DomainError('dialogue_not_invited', 409)
  if (input.attendance !== 'postponed' && invitation.heldOn > today) refuseInput([{ field: 'attendance', code: 'too_early' }], labels)
  await trx
    .updateTable('petition_dialogues')
    .set({ attendance: input.attendance, minutes: input.words, recorded_by: actor!.personId, recorded_at: now })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', invitation.id)
    .execute()
  return {
    history: {
      type: 'petition.dialogueRecorded',
      audience: 'filer',
      facts: { dialogueId: invitation.id, heldOn: invitation.heldOn, attendance: input.attendance },
      words: { words: input.words },
    },
  }
})
