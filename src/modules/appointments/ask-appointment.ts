import { codeOf, nextNumber } from '../../platform/code-numbers.ts'
import type { Db, Trx } from '../../platform/database.ts'
import { refuseInput } from '../../platform/http/input.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { newId } from '../../shared/ids.ts'
import { hashSecret, secretFor, tokenFingerprint } from '../../shared/secret.ts'
import { type Actor, type Authority, hasRole, type Scope } from '../accounts/index.ts'
import { appendEntry } from '../history/index.ts'
import { type FiledMatter, fileOnce } from '../lifecycle/index.ts'
import { recount } from '../tallies/index.ts'
import { type Appointment, matterOf } from './appointment.ts'
import { appointmentColumns, findByToken } from './appointment-repository.ts'
import { type AskInput, labels } from './fields.ts'
import { lockDay, requirePlace } from './reception-days.ts'
import { countsFor } from './rules.ts'

export interface AskOptions {
  db: Db
  appKey: Buffer
  now: () => Date
}

/**
 * Takes a place on a reception day; exactly once a token.
 * @throws DomainError day_full 409 · InvalidInput when the day is not offered; nothing is written then
 */
export function askAppointment(
  options: AskOptions,
  scope: Scope,
  site: Pick<Authority, 'codePrefix'>,
  input: AskInput,
  actor: Actor | null = null,
): Promise<FiledMatter<Appointment>> {
  const secret = secretFor(options.appKey, 'appointment', scope.authorityId, input.clientToken)
  return fileOnce<Appointment>(options.db, {
    secret,
    find: (db) => findByToken(db, scope, input.clientToken),
    insert: (trx) => insert(trx, scope, site, input, hashSecret(secret), options.now(), actor),
  })
}

async function insert(
  trx: Trx,
  scope: Scope,
  site: Pick<Authority, 'codePrefix'>,
  input: AskInput,
  secretHash: Buffer,
  at: Date,
  actor: Actor | null,
): Promise<Appointment | undefined> {
  const { on, part, subject, words, filer, clientToken } = input
  const today = civilDateOf(at)
  const day = (await lockDay(trx, scope, on)).find((candidate) => candidate.part === part)
  if (!day || on <= today) return refuseInput([{ field: 'on', code: 'unknown_reference' }], labels)
  const year = Number(today.slice(0, 4))
  const appointment = await trx
    .insertInto('appointments')
    .values({
      authority_id: scope.authorityId,
      id: newId(at.getTime()),
      code: codeOf(`${site.codePrefix}-TD`, year, await nextNumber(trx, scope, 'appointment', year)),
      status: 'asked',
      version: 1,
      subject,
      words,
      wanted_on: on,
      wanted_part: part,
      on_date: on,
      part,
      at: day.starts,
      place: day.place,
      asked_at: at,
      asked_on: today,
      held_on: null,
      promised_on: null,
      secret_hash: secretHash,
      client_token: tokenFingerprint(clientToken),
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'client_token']).doNothing())
    .returning(appointmentColumns)
    .executeTakeFirst()
  if (!appointment) return undefined
  // Counted after the insert: the same token again is answered again, also when its own was the last place.
  await requirePlace(trx, scope, day)
  await trx
    .insertInto('appointment_filers')
    .values({
      authority_id: scope.authorityId,
      appointment_id: appointment.id,
      ...filer,
      account_id: hasRole(actor, 'resident') ? actor!.personId : null,
    })
    .execute()
  await appendEntry(
    trx,
    scope,
    matterOf(appointment),
    { type: 'appointment.asked', audience: 'filer', facts: { code: appointment.code, on, part }, words: { subject, words } },
    { role: 'filer', personId: null, at },
  )
  await recount(trx, scope, [], countsFor(appointment))
  return appointment
}
