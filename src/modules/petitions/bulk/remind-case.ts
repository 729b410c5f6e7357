import type { Db, Trx } from '../../../platform/database.ts'
import { addJob } from '../../../platform/jobs.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { type Actor, hasRole, type Scope } from '../../accounts/index.ts'
import { appendEntry } from '../../history/index.ts'
import { matterOf } from '../petition.ts'
import { lockPetition } from '../petition-repository.ts'
import { type Bulk, type BulkCase, DONE } from './bulk-act.ts'
import { findForBulk } from './bulk-check.ts'
import { countLeft, isDecided, lockBulk, setResult } from './bulk-repository.ts'
import { type Reminding, remindedOf, remindingOn, whyNotReminded } from './remind-check.ts'

export const REMIND_JOB = 'mailBulkReminders'

interface By {
  scope: Scope
  actor: Actor
}

/**
 * One case of a press: an entry for the office, and the day's mark. With the last case of the press its mails are asked for, in the
 * same transaction; the press is locked meanwhile, so that two runs of it agree which case is the last.
 */
export async function remindCase(db: Db, { scope, actor }: By, bulk: Bulk, { code, position }: BulkCase, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockBulk(trx, scope, bulk.id)
    // Another run of the same press was here first.
    if (await isDecided(trx, scope, bulk.id, position)) return
    const reminding = await remindingOn(trx, scope, civilDateOf(now))
    const refusal = await remindOrRefuse(trx, { scope, actor }, bulk, code, reminding, now)
    await setResult(trx, scope, bulk.id, position, refusal ?? DONE)
    if ((await countLeft(trx, scope, bulk.id)) === 0)
      await addJob(trx, REMIND_JOB, { authorityId: scope.authorityId, bulkId: bulk.id }, `${REMIND_JOB}:${bulk.id}`)
  })
}

async function remindOrRefuse(
  trx: Trx,
  { scope, actor }: By,
  bulk: Bulk,
  code: string,
  reminding: Reminding,
  now: Date,
): Promise<string | null> {
  const found = await findForBulk(trx, scope, actor, code)
  const petition = found && (await lockPetition(trx, scope, found.id))
  if (!petition) return 'not_found'
  const refusal = await whyNotReminded(trx, scope, actor, reminding, petition)
  if (refusal) return refusal
  await trx
    .insertInto('petition_reminders')
    .values({ authority_id: scope.authorityId, petition_id: petition.id, reminded_on: reminding.today, bulk_id: bulk.id })
    .execute()
  const facts = { personIds: remindedOf(reminding, petition) }
  const role = (['chairman', 'receptionOfficer', 'unitHead'] as const).find((one) => hasRole(actor, one)) ?? null
  await appendEntry(
    trx,
    scope,
    matterOf(petition),
    { type: 'petition.reminded', audience: 'internal', facts },
    { role, personId: actor.personId, at: now },
  )
  return null
}
