import type { ActDefinition } from '../../lifecycle/index.ts'
import type { PetitionAct } from '../lifecycle.ts'
import type { Petition } from '../petition.ts'
import { accept } from './accept.ts'
import { assign } from './assign.ts'
import { clearForPublication } from './clear-for-publication.ts'
import { decline } from './decline.ts'
import { draftAnswer } from './draft-answer.ts'
import { findComplex } from './find-complex.ts'
import { issueAnswer } from './issue-answer.ts'
import { rate } from './rate.ts'
import { recordVerification } from './record-verification.ts'
import { returnDraft } from './return-draft.ts'
import { withdraw } from './withdraw.ts'

/** Every act of the lifecycle table, and nothing else: a missing one does not compile. */
export const acts: Readonly<Record<PetitionAct, ActDefinition<Petition>>> = {
  accept,
  assign,
  clearForPublication,
  decline,
  draftAnswer,
  findComplex,
  issueAnswer,
  rate,
  recordVerification,
  returnDraft,
  withdraw,
}
