import type { Trx } from '../../../platform/database.ts'
import { writeTogether } from '../../../platform/write-together.ts'
import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError } from '../../../shared/errors.ts'
import { findSuperior, listAuthorities, type Scope, type Superior } from '../../accounts/index.ts'
import { dueOnOf, listClocks, loadCalendar } from '../../clocks/index.ts'
import { findGivenBehalf } from '../behalf/behalf-repository.ts'
import { AppealInput } from '../fields.ts'
import { prepareFiling } from '../file-petition.ts'
import { matterOf, type Petition } from '../petition.ts'
import { findFiler } from '../petition-repository.ts'
import { petitionAct } from './petition-act.ts'

/** Limit for complaining a second time: LKN Đ33 k1. */
const APPEAL_RULE = 'complaint.file_second'

/**
 * The complainant turns to the authority above, after the first decision or when its limit passed without one. Where that authority is
 * served by this installation, a linked case is filed there and the same secret opens it; elsewhere the complainant is told where to send it.
 * It is of the same people as the first. Lateness is noted, not judged: whether there was a good reason, the authority above decides.
 */
export const appeal = petitionAct(AppealInput, async ({ trx, scope, matter, input, now, today }) => {
  if (matter.appealedOn) throw new DomainError('already_appealed', 409)
  const since = await appealableSince(trx, scope, matter, today)
  if (!since) throw new DomainError('first_limit_running', 409)
  const superior = await findSuperior(trx, scope, today)
  if (!superior) throw new DomainError('no_superior', 409)
  const latest = dueOnOf(APPEAL_RULE, since.on, since.remote ? 'remote' : null, await loadCalendar(trx, scope))
  const filed = superior.superiorId === null ? null : await fileAbove(trx, scope, { superiorId: superior.superiorId, matter, input, now })
  return {
    set: { appealedOn: today },
    history: {
      type: 'petition.appealed',
      audience: 'public',
      facts: { late: today > latest, latestOn: latest, ...(filed ? { appealId: filed.id, code: filed.code } : {}) },
      words: { agency: nameAndAddress(superior), reason: filed ? null : input.reason },
    },
  }
})

function nameAndAddress({ name, address }: Superior): string {
  return address ? `${name}, ${address}` : name
}

/** From when the limit counts: the day of the decision, else the day that the first limit passed; null while it runs. */
async function appealableSince(
  trx: Trx,
  scope: Scope,
  matter: Petition,
  today: CivilDate,
): Promise<{ on: CivilDate; remote: boolean } | null> {
  const clock = (await listClocks(trx, scope, matterOf(matter))).findLast(({ stage }) => stage === 'resolution')
  const remote = clock?.variant?.split('+').includes('remote') ?? false
  if (matter.answeredOn) return { on: matter.answeredOn, remote }
  return clock?.state === 'running' && today > clock.dueOn ? { on: clock.dueOn, remote } : null
}

interface Above {
  superiorId: number
  matter: Petition
  input: { reason: string }
  now: Date
}

async function fileAbove(trx: Trx, scope: Scope, { superiorId, matter, input, now }: Above): Promise<Petition> {
  const site = (await listAuthorities(trx)).find(({ id }) => id === superiorId)
  const filer = await findFiler(trx, scope, matter.id)
  const behalf = await findGivenBehalf(trx, scope, matter.id)
  if (!site || !filer || !behalf) throw new DomainError(site ? 'filer_erased' : 'no_superior', 409)
  const { secret_hash: secretHash } = await trx
    .selectFrom('petitions')
    .select('secret_hash')
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', matter.id)
    .executeTakeFirstOrThrow()
  const { petition, writes } = await prepareFiling(
    { db: trx, now: () => now, hamletExists: async () => false },
    {
      scope: { authorityId: superiorId },
      site,
      actor: null,
      channel: 'online',
      input: {
        kind: 'complaint',
        subject: matter.subject,
        body: input.reason,
        filer,
        ...behalf,
        hamlet: null,
        publish: matter.publish,
        // Of the case itself, in a form that no client can send: one appeal a case.
        clientToken: `appeal:${matter.id}`,
      },
    },
    { secretHash, instance: 2, appealOf: { authorityId: scope.authorityId, petitionId: matter.id }, accountId: filer.accountId },
  )
  await writeTogether(trx, writes)
  return { ...petition, receivedOn: civilDateOf(now) }
}
