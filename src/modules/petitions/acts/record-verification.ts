import { newId } from '../../../shared/ids.ts'
import { VerificationInput } from '../fields.ts'
import { petitionAct } from './petition-act.ts'

/** One step of finding out: a visit, a measurement, a talk. Shown to the filer and the public only where the officer says so. */
export const recordVerification = petitionAct(VerificationInput, async ({ trx, scope, matter, input, actor, now }) => {
  const id = newId(now.getTime())
  await trx
    .insertInto('petition_verifications')
    .values({
      authority_id: scope.authorityId,
      id,
      petition_id: matter.id,
      words: input.words,
      public: input.public,
      officer_id: actor!.personId,
      unit_id: matter.unitId,
      at: now,
    })
    .execute()
  return {
    history: {
      type: 'petition.verified',
      audience: input.public ? 'public' : 'internal',
      facts: { verificationId: id, unitId: matter.unitId },
      words: { words: input.words },
    },
  }
})
