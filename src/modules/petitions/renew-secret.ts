import { z } from 'zod'
import type { Db, Trx } from '../../platform/database.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { appendEntry } from '../history/index.ts'
import { filingToken } from './fields.ts'
import type { Filed } from './file-petition.ts'
import { matterOf, type Petition } from './petition.ts'
import { findFiler, lockPetition } from './petition-repository.ts'
import { rolesOn } from './rules.ts'
import { hashSecret, secretFor, secretMatches } from './secret.ts'

/** What the officer may have compared the person with. */
export const identityPapers = ['citizenCard', 'passport', 'otherPaper'] as const
export type IdentityPaper = (typeof identityPapers)[number]

export const RenewalInput = z.strictObject({
  paper: z.enum(identityPapers),
  /** The officer says that person, paper and the filer's name agree. (Not `matches`: a form with such a field has no `matches()`.) */
  compared: z.string().refine((said) => said === 'true', { params: { code: 'required' } }),
  clientToken: filingToken,
})

export interface RenewalOptions {
  db: Db
  appKey: Buffer
  now: () => Date
  /** Inside the same transaction: the notice to a filer who left an address. */
  afterRenewal?: (trx: Trx, scope: Scope, petition: Petition, entryId: string) => Promise<void>
}

export interface Renewal {
  scope: Scope
  actor: Actor
  petitionId: string
  input: z.output<typeof RenewalInput>
}

/**
 * A new secret in place of a lost one, after an identity check at the counter. The old one opens nothing from this moment.
 * The same form pressed twice gives the same secret and one history entry.
 * @throws NotFound · DomainError forbidden 403 for anybody but a reception officer, filer_erased 409 when nobody is left to compare with
 */
export async function renewSecret(options: RenewalOptions, { scope, actor, petitionId, input }: Renewal): Promise<Filed> {
  const secret = secretFor(options.appKey, scope.authorityId, input.clientToken)
  return options.db.transaction().execute(async (trx) => {
    const petition = await lockPetition(trx, scope, petitionId)
    if (!petition) throw new NotFound()
    const roles = rolesOn({ actor, holdsSecret: false, isAccountOfFiler: false }, petition)
    if (!roles.has('receptionOfficer')) throw new DomainError('forbidden', 403)
    if (!(await findFiler(trx, scope, petition.id))) throw new DomainError('filer_erased', 409)
    const ofCase = { authority_id: scope.authorityId, id: petition.id }
    const { secret_hash: kept } = await trx
      .selectFrom('petitions')
      .select('secret_hash')
      .where((eb) => eb.and(ofCase))
      .executeTakeFirstOrThrow()
    if (secretMatches(secret, kept)) return { petition, secret, repeated: true }
    await trx
      .updateTable('petitions')
      .set({ secret_hash: hashSecret(secret) })
      .where((eb) => eb.and(ofCase))
      .execute()
    const entryId = await appendEntry(
      trx,
      scope,
      matterOf(petition),
      { type: 'petition.secretRenewed', audience: 'filer', facts: { paper: input.paper } },
      { role: 'receptionOfficer', personId: actor.personId, at: options.now() },
    )
    await options.afterRenewal?.(trx, scope, petition, entryId)
    return { petition, secret, repeated: false }
  })
}
