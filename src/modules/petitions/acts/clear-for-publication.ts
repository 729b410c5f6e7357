import { DomainError } from '../../../shared/errors.ts'
import { NothingInput } from '../fields.ts'
import { petitionAct } from './petition-act.ts'

/** An officer has read it for personal data and lets it into the public register; only where the filer agreed. */
export const clearForPublication = petitionAct(NothingInput, async ({ matter, now }) => {
  if (!matter.publish) throw new DomainError('filer_did_not_agree', 409)
  if (matter.clearedAt) throw new DomainError('already_public', 409)
  return { set: { clearedAt: now }, history: { type: 'petition.cleared', audience: 'public' } }
})
