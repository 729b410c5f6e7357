import type { ActDefinition } from '../../lifecycle/index.ts'
import type { PetitionAct } from '../lifecycle.ts'
import type { Petition } from '../petition.ts'
import { accept } from './accept.ts'
import { appeal } from './appeal.ts'
import { askToComplete } from './ask-to-complete.ts'
import { assign } from './assign.ts'
import { clearForPublication } from './clear-for-publication.ts'
import { close } from './close.ts'
import { correctGroup } from './correct-group.ts'
import { decline } from './decline.ts'
import { draftAnswer } from './draft-answer.ts'
import { extend } from './extend.ts'
import { findComplex } from './find-complex.ts'
import { guide } from './guide.ts'
import { inviteToDialogue } from './invite-to-dialogue.ts'
import { issueAnswer } from './issue-answer.ts'
import { keepPromise } from './keep-promise.ts'
import { rate } from './rate.ts'
import { recordDialogue } from './record-dialogue.ts'
import { recordReport } from './record-report.ts'
import { recordVerification } from './record-verification.ts'
import { redact } from './redact.ts'
import { reopen } from './reopen.ts'
import { resume } from './resume.ts'
import { returnDraft } from './return-draft.ts'
import { suspend } from './suspend.ts'
import { transfer } from './transfer.ts'
import { transferWithin } from './transfer-within.ts'
import { withdraw } from './withdraw.ts'
import { withdrawConsent } from './withdraw-consent.ts'
import { withdrawPart } from './withdraw-part.ts'

/** Every act of the lifecycle table, and nothing else: a missing one does not compile. */
export const acts: Readonly<Record<PetitionAct, ActDefinition<Petition>>> = {
  accept,
  appeal,
  askToComplete,
  assign,
  clearForPublication,
  close,
  correctGroup,
  decline,
  draftAnswer,
  extend,
  findComplex,
  guide,
  inviteToDialogue,
  issueAnswer,
  keepPromise,
  rate,
  recordDialogue,
  recordReport,
  recordVerification,
  redact,
  reopen,
  resume,
  returnDraft,
  suspend,
  transfer,
  transferWithin,
  withdraw,
  withdrawConsent,
  withdrawPart,
}
