import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { codeOf, nextNumber } from '../../platform/code-numbers.ts'
import type { Db, Trx } from '../../platform/database.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { isUuid, newId } from '../../shared/ids.ts'
import type { Actor, Authority, Scope } from '../accounts/index.ts'
import { startClock } from '../clocks/index.ts'
import { appendEntry } from '../history/index.ts'
import { recount } from '../tallies/index.ts'
import type { PetitionInput } from './fields.ts'
import { matterOf, type Petition, type Stage } from './petition.ts'
import { petitionColumns, searchTexts } from './petition-repository.ts'
import { clockOf, countsFor } from './rules.ts'
import { hashSecret, secretFor, secretMatches } from './secret.ts'

export interface FilingOptions {
  db: Db
  appKey: Buffer
  now: () => Date
  /** Whether a hamlet of this id exists; free text otherwise. */
  hamletExists: (scope: Scope, id: string) => Promise<boolean>
}

export interface Filing {
  scope: Scope
  site: Authority
  input: PetitionInput
  actor: Actor | null
  /** Taken down by an officer for a person at the counter. */
  channel: 'online' | 'counter'
  /** Inside the same transaction, once the petition stands: files of the draft. */
  alongside?: (trx: Trx, petition: Petition) => Promise<void>
}

export interface Filed {
  petition: Petition
  secret: string
  /** True when this token had been filed before: the first content stands. */
  repeated: boolean
}

/** Clocks that start when a petition comes in. */
const firstStages: readonly Stage[] = ['initialResult', 'acceptance']

/**
 * Files a petition: row, filer, clocks, history and counts in one transaction; acknowledged means committed.
 * The same client token gives the same code and secret again, whatever came with it.
 * @throws DomainError secret_lost 409 when the server's key was changed since the first filing
 */
export async function filePetition(options: FilingOptions, filing: Filing): Promise<Filed> {
  const { scope, input } = filing
  const secret = secretFor(options.appKey, scope.authorityId, input.clientToken)
  const known = await findByToken(options.db, scope, input.clientToken)
  if (known) return again(known, secret)
  const hamletId = input.hamlet && isUuid(input.hamlet) && (await options.hamletExists(scope, input.hamlet)) ? input.hamlet : null
  const filed = await options.db.transaction().execute(async (trx) => {
    const petition = await insertPetition(trx, filing, { at: options.now(), secret, hamletId })
    if (!petition) return undefined
    await startFirstClocks(trx, filing, petition)
    return petition
  })
  if (filed) return { petition: filed, secret, repeated: false }
  const winner = await findByToken(options.db, scope, input.clientToken)
  if (!winner) throw new DomainError('not_ready', 503)
  return again(winner, secret)
}

async function findByToken(db: Db, scope: Scope, clientToken: string) {
  const row = await db
    .selectFrom('petitions')
    .select(petitionColumns)
    .select('secret_hash as secretHash')
    .where('authority_id', '=', scope.authorityId)
    .where('client_token', '=', clientToken)
    .executeTakeFirst()
  return row as (Petition & { secretHash: Buffer }) | undefined
}

function again({ secretHash, ...petition }: Petition & { secretHash: Buffer }, secret: string): Filed {
  if (!secretMatches(secret, secretHash)) throw new DomainError('secret_lost', 409)
  return { petition, secret, repeated: true }
}

/** Undefined when another request with the same token was quicker. */
async function insertPetition(
  trx: Trx,
  filing: Filing,
  made: { at: Date; secret: string; hamletId: string | null },
): Promise<Petition | undefined> {
  const { scope, site, input } = filing
  const receivedOn = civilDateOf(made.at)
  const year = Number(receivedOn.slice(0, 4))
  const code = codeOf(site.codePrefix, year, await nextNumber(trx, scope, 'petition', year))
  const texts = searchTexts(code, input.subject, input.body)
  const row = await trx
    .insertInto('petitions')
    .values({
      authority_id: scope.authorityId,
      id: newId(made.at.getTime()),
      code,
      kind: input.kind,
      instance: 1,
      appeal_of: null,
      status: 'received',
      step: 'new',
      version: 1,
      subject: input.subject,
      body: input.body,
      salt: randomBytes(16),
      hamlet_id: made.hamletId,
      hamlet_text: made.hamletId ? null : input.hamlet,
      lat: input.location?.lat ?? null,
      lon: input.location?.lon ?? null,
      channel: filing.channel,
      publish: input.publish,
      cleared_at: null,
      unit_id: null,
      officer_id: null,
      secret_hash: hashSecret(made.secret),
      client_token: input.clientToken,
      received_at: made.at,
      received_on: receivedOn,
      accepted_on: null,
      due_on: null,
      extended: false,
      decline_ground: null,
      outcome: null,
      promised_on: null,
      answered_on: null,
      answered_late: null,
      verdict: null,
      search_plain: sql<string>`to_tsvector('simple', ${texts.plain})`,
      search_toned: sql<string>`to_tsvector('simple', ${texts.toned})`,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'client_token']).doNothing())
    .returning(petitionColumns)
    .executeTakeFirst()
  if (!row) return undefined
  const { name, phone, email, address, identityNumber } = input.filer
  await trx
    .insertInto('petition_filers')
    .values({
      authority_id: scope.authorityId,
      petition_id: row.id,
      name,
      phone,
      email,
      address,
      identity_number: identityNumber,
      account_id: filing.channel === 'online' ? (filing.actor?.personId ?? null) : null,
    })
    .execute()
  return row as Petition
}

async function startFirstClocks(trx: Trx, filing: Filing, petition: Petition): Promise<void> {
  const { scope, site, actor, input } = filing
  const matter = matterOf(petition)
  const dueDates: string[] = []
  for (const stage of firstStages) {
    const clock = clockOf(petition, stage, site.remote)
    if (!clock) continue
    const started = await startClock(trx, scope, { matter, stage, ...clock, startEvent: 'received', on: petition.receivedOn })
    if (started) dueDates.push(started.dueOn)
  }
  petition.dueOn = (dueDates.toSorted()[0] as Petition['dueOn']) ?? null
  await trx
    .updateTable('petitions')
    .set({ due_on: petition.dueOn })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', petition.id)
    .execute()
  await appendEntry(
    trx,
    scope,
    matter,
    {
      type: 'petition.received',
      audience: 'public',
      facts: { code: petition.code, kind: petition.kind, channel: petition.channel, publish: petition.publish, dueOn: petition.dueOn },
      words: { subject: input.subject, body: input.body },
    },
    {
      role: filing.channel === 'counter' ? 'receptionOfficer' : 'filer',
      personId: filing.channel === 'counter' ? (actor?.personId ?? null) : null,
      at: petition.receivedAt,
    },
  )
  await filing.alongside?.(trx, petition)
  await recount(trx, scope, [], countsFor(petition))
}
