import { DomainError } from '../../../shared/errors.ts'
import { withdrawConsents } from '../../personal-data/index.ts'
import { NothingInput } from '../fields.ts'
import { matterOf } from '../petition.ts'
import { petitionAct } from './petition-act.ts'

/** The filer no longer agrees to publication: the case leaves the public register at once; the case itself goes on. */
export const withdrawConsent = petitionAct(NothingInput, async ({ trx, scope, matter, now }) => {
  if (!matter.publish) throw new DomainError('no_consent', 409)
  await withdrawConsents(trx, scope, matterOf(matter), ['publication'], { byRole: 'filer', at: now })
  return { set: { publish: false, clearedAt: null }, history: { type: 'petition.consentWithdrawn', audience: 'filer' } }
})
