import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { rowsFor, type Write, worked } from '../../platform/write-together.ts'
import { fold, nfc } from '../../shared/vietnamese-text.ts'
import type { Scope } from '../accounts/index.ts'
import { spreadCode } from './journal/on-demand.ts'
import type { Answer, Filer, Petition, Verification } from './petition.ts'
import './petitions.table.ts'

export const petitionColumns = [
  'petitions.id',
  'code',
  'kind',
  'instance',
  'status',
  'step',
  'version',
  'subject',
  'body',
  'hamlet_id as hamletId',
  'hamlet_text as hamletText',
  'lat',
  'lon',
  'channel',
  'publish',
  'cleared_at as clearedAt',
  'unit_id as unitId',
  'officer_id as officerId',
  'received_at as receivedAt',
  'received_on as receivedOn',
  'accepted_on as acceptedOn',
  'due_on as dueOn',
  'extended',
  'decline_ground as declineGround',
  'outcome',
  'promised_on as promisedOn',
  'answered_on as answeredOn',
  'answered_late as answeredLate',
  'verdict',
  'awaiting_since as awaitingSince',
  'transferred_on as transferredOn',
  'closed_on as closedOn',
  'closed_as as closedAs',
  'promise_kept_on as promiseKeptOn',
  'reopened_on as reopenedOn',
  'appealed_on as appealedOn',
  'public_subject as publicSubject',
  'public_body as publicBody',
  'followers',
] as const

/** Column of each fact that an act may change. */
const columnOf = {
  status: 'status',
  step: 'step',
  version: 'version',
  publish: 'publish',
  clearedAt: 'cleared_at',
  unitId: 'unit_id',
  officerId: 'officer_id',
  acceptedOn: 'accepted_on',
  dueOn: 'due_on',
  extended: 'extended',
  declineGround: 'decline_ground',
  outcome: 'outcome',
  promisedOn: 'promised_on',
  answeredOn: 'answered_on',
  answeredLate: 'answered_late',
  verdict: 'verdict',
  awaitingSince: 'awaiting_since',
  transferredOn: 'transferred_on',
  closedOn: 'closed_on',
  closedAs: 'closed_as',
  promiseKeptOn: 'promise_kept_on',
  reopenedOn: 'reopened_on',
  appealedOn: 'appealed_on',
  publicSubject: 'public_subject',
  publicBody: 'public_body',
} as const satisfies Partial<Record<keyof Petition, string>>

/** What a caller's secret is compared with, and whose account filed. */
export interface Keys {
  secretHash: Buffer
  accountId: string | null
}

/** A petition that was acknowledged a moment ago, here or in another process, is spread first. */
export async function findByCode(db: Db, scope: Scope, code: string): Promise<(Petition & Keys) | undefined> {
  const found = await readByCode(db, scope, code)
  return found ?? ((await spreadCode(db, scope, code)) ? readByCode(db, scope, code) : undefined)
}

async function readByCode(db: Db, scope: Scope, code: string): Promise<(Petition & Keys) | undefined> {
  const row = await db
    .selectFrom('petitions')
    .leftJoin('petition_filers', (join) =>
      join.onRef('petition_filers.petition_id', '=', 'petitions.id').onRef('petition_filers.authority_id', '=', 'petitions.authority_id'),
    )
    .select(petitionColumns)
    .select(['secret_hash as secretHash', 'account_id as accountId'])
    .where('petitions.authority_id', '=', scope.authorityId)
    .where('code', '=', code)
    .executeTakeFirst()
  return row as (Petition & Keys) | undefined
}

export async function lockPetition(trx: Trx, scope: Scope, id: string): Promise<Petition | undefined> {
  const row = await trx
    .selectFrom('petitions')
    .select(petitionColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as Petition | undefined
}

/** Locks many, in the order of their ids. */
export async function lockPetitions(trx: Trx, scope: Scope, ids: readonly string[]): Promise<Petition[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .selectFrom('petitions')
    .select(petitionColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows as Petition[]
}

export async function savePetition(trx: Trx, scope: Scope, petition: Petition, set: Partial<Petition>): Promise<Petition> {
  const changed = Object.fromEntries(
    Object.entries(set).map(([fact, value]) => {
      const column = columnOf[fact as keyof typeof columnOf]
      if (!column) throw new Error(`The fact "${fact}" of a petition cannot be changed by an act. Add its column to columnOf if it may be.`)
      return [column, value]
    }),
  )
  await trx.updateTable('petitions').set(changed).where('authority_id', '=', scope.authorityId).where('id', '=', petition.id).execute()
  return { ...petition, ...set }
}

/** Texts for the search index: tones kept and tones dropped. Letters and digits alone, as the search asks for them: PostgreSQL would read `-2026` in a code as a number. */
export function searchTexts(code: string, subject: string, body: string): { plain: string; toned: string } {
  const whole = `${code} ${subject} ${body}`
  const words = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
  return { plain: words(fold(whole)), toned: words(nfc(whole).toLowerCase()) }
}

/** The two search columns of a petition, to be written anew. */
export function searchVectors(code: string, subject: string, body: string) {
  const texts = searchTexts(code, subject, body)
  return {
    search_plain: sql<string>`to_tsvector('simple', ${texts.plain})`,
    search_toned: sql<string>`to_tsvector('simple', ${texts.toned})`,
  }
}

/** The case that was settled first. */
export interface AppealOf {
  authorityId: number
  petitionId: string
}

/** The write of a new petition. */
export function petitionWrite(
  scope: Scope,
  petition: Petition,
  keys: { secretHash: Buffer; clientToken: string; salt: Buffer; appealOf: AppealOf | null },
) {
  const texts = searchTexts(petition.code, petition.subject, petition.body)
  const row = {
    authority_id: scope.authorityId,
    id: petition.id,
    code: petition.code,
    kind: petition.kind,
    instance: petition.instance,
    appeal_of: keys.appealOf?.petitionId ?? null,
    appeal_of_authority: keys.appealOf?.authorityId ?? null,
    status: petition.status,
    step: petition.step,
    version: petition.version,
    subject: petition.subject,
    body: petition.body,
    salt: keys.salt,
    hamlet_id: petition.hamletId,
    hamlet_text: petition.hamletText,
    lat: petition.lat,
    lon: petition.lon,
    channel: petition.channel,
    publish: petition.publish,
    secret_hash: keys.secretHash,
    client_token: keys.clientToken,
    received_at: petition.receivedAt,
    received_on: petition.receivedOn,
    due_on: petition.dueOn,
    extended: petition.extended,
    search_plain: worked("to_tsvector('simple', ?)", texts.plain),
    search_toned: worked("to_tsvector('simple', ?)", texts.toned),
  }
  return rowsFor('petitions', [row])
}

/** The write of who filed it. */
export function filerWrite(scope: Scope, petitionId: string, filer: Filer): Write {
  const row = {
    authority_id: scope.authorityId,
    petition_id: petitionId,
    name: filer.name,
    phone: filer.phone,
    email: filer.email,
    address: filer.address,
    identity_number: filer.identityNumber,
    account_id: filer.accountId,
  }
  return rowsFor('petition_filers', [row])
}

export async function findFiler(db: Db, scope: Scope, petitionId: string): Promise<Filer | undefined> {
  return db
    .selectFrom('petition_filers')
    .select(['name', 'phone', 'email', 'address', 'identity_number as identityNumber', 'account_id as accountId'])
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', petitionId)
    .executeTakeFirst()
}

export async function listVerifications(db: Db, scope: Scope, petitionId: string): Promise<Verification[]> {
  return db
    .selectFrom('petition_verifications')
    .select(['id', 'words', 'public', 'officer_id as officerId', 'unit_id as unitId', 'at'])
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', petitionId)
    .orderBy('at')
    .execute()
}

const answerColumns = [
  'id',
  'text',
  'outcome',
  'promised_on as promisedOn',
  'state',
  'drafted_by as draftedBy',
  'drafted_at as draftedAt',
  'returned_reason as returnedReason',
  'issued_at as issuedAt',
  'public_text as publicText',
] as const

export async function listAnswers(db: Db, scope: Scope, petitionId: string): Promise<Answer[]> {
  return db
    .selectFrom('petition_answers')
    .select(answerColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', petitionId)
    .orderBy('drafted_at')
    .execute()
}

export async function findOpenDraft(db: Db, scope: Scope, petitionId: string): Promise<Answer | undefined> {
  return db
    .selectFrom('petition_answers')
    .select(answerColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', petitionId)
    .where('state', '=', 'draft')
    .executeTakeFirst()
}
