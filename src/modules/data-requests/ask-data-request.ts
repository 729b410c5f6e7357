import type { FastifyRequest } from 'fastify'
import { codeOf, nextNumber, normaliseCode } from '../../platform/code-numbers.ts'
import type { Db, Trx } from '../../platform/database.ts'
import { refuseInput } from '../../platform/http/input.ts'
import { checkSecret } from '../../platform/secret-check.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { hashSecret, secretFor, tokenFingerprint } from '../../shared/secret.ts'
import type { Actor, Authority, Scope } from '../accounts/index.ts'
import { startClock } from '../clocks/index.ts'
import { appendEntry } from '../history/index.ts'
import { type FiledMatter, fileOnce } from '../lifecycle/index.ts'
import { recount } from '../tallies/index.ts'
import { type DataRequest, matterOf, matterTypes, ofRepresented, type Proof, type SubjectType } from './data-request.ts'
import { dataRequestColumns, findByToken } from './data-request-repository.ts'
import { type AskInput, correctionsIn, labels } from './fields.ts'
import { clockOf, countsFor } from './rules.ts'
import type { Sources, Subject } from './source.ts'
import { tellReceived } from './tell-requester.ts'

export interface AskOptions {
  db: Db
  appKey: Buffer
  now: () => Date
  publicUrl: string | null
  sources: Sources
}

interface Proven {
  subject: Subject & { type: SubjectType }
  proof: Proof
}

/**
 * The matter whose data is meant, shown to be the requester's own by its secret or by the account that filed it.
 * @throws InvalidInput: unknown and not theirs look the same · too_many_requests 429
 */
export async function proveOwn(
  { db, sources }: Pick<AskOptions, 'db' | 'sources'>,
  http: FastifyRequest,
  code: string,
  secret: string | null,
): Promise<Proven> {
  const subject = await findSubject(db, sources, http.scope, code)
  const byAccount = subject?.accountId != null && subject.accountId === http.actor?.personId
  if (subject && byAccount) return { subject, proof: 'account' }
  if (!fits(http, secret, subject?.secretHash) || !subject) return refuseInput([{ field: 'subjectSecret', code: 'does_not_fit' }], labels)
  return { subject, proof: 'secret' }
}

/** A wrong secret is a wrong field of this form, not a page that does not exist. */
function fits(http: FastifyRequest, secret: string | null, hash: Buffer | undefined): boolean {
  try {
    return checkSecret(http, secret, hash)
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}

/** At the counter the officer looked at the person's papers. */
export async function provenAtCounter({ db, sources }: Pick<AskOptions, 'db' | 'sources'>, scope: Scope, code: string): Promise<Proven> {
  const subject = await findSubject(db, sources, scope, code)
  return subject ? { subject, proof: 'identityCheck' } : refuseInput([{ field: 'subjectCode', code: 'unknown_reference' }], labels)
}

async function findSubject(db: Db, { of, account }: Sources, scope: Scope, typed: string): Promise<Proven['subject'] | undefined> {
  const code = normaliseCode(typed)
  for (const type of matterTypes) {
    const found = await of[type].find(db, scope, code)
    if (found) return { ...found, type }
  }
  const found = await account.find(db, scope, code)
  return found && { ...found, type: 'account' }
}

/** Takes a request; exactly once a token. Both clocks of the law start with it. */
export async function askDataRequest(
  options: AskOptions,
  scope: Scope,
  site: Pick<Authority, 'codePrefix'>,
  { subject, proof }: Proven,
  input: Omit<AskInput, 'subjectSecret'>,
  actor: Actor | null,
): Promise<FiledMatter<DataRequest>> {
  checkKind(input, subject)
  const secret = secretFor(options.appKey, 'dataRequest', scope.authorityId, input.clientToken)
  return fileOnce<DataRequest>(options.db, {
    secret,
    find: (db) => findByToken(db, scope, input.clientToken),
    insert: async (trx) => {
      const request = await insert(trx, scope, site, { subject, proof }, input, hashSecret(secret), options.now(), actor)
      if (request) await tellReceived(options.publicUrl)(trx, scope, request)
      return request
    },
  })
}

function checkKind(input: Omit<AskInput, 'subjectSecret'>, subject: Pick<Subject, 'represents'>): void {
  const astray = subject.represents || input.kind !== 'correct' ? [] : ofRepresented.filter((field) => input[field])
  if (astray.length > 0)
    refuseInput(
      astray.map((field) => ({ field, code: 'nobody_represented' })),
      labels,
    )
  if (input.kind === 'correct' && Object.keys(correctionsIn(input)).length === 0)
    refuseInput([{ field: 'name', code: 'nothing_to_correct' }], labels)
  if (input.kind === 'erase' && !input.understood) refuseInput([{ field: 'understood', code: 'required' }], labels)
}

async function insert(
  trx: Trx,
  scope: Scope,
  site: Pick<Authority, 'codePrefix'>,
  { subject, proof }: Proven,
  input: Omit<AskInput, 'subjectSecret'>,
  secretHash: Buffer,
  at: Date,
  actor: Actor | null,
): Promise<DataRequest | undefined> {
  const today = civilDateOf(at)
  const year = Number(today.slice(0, 4))
  const request = await trx
    .insertInto('data_requests')
    .values({
      authority_id: scope.authorityId,
      id: newId(at.getTime()),
      code: codeOf(`${site.codePrefix}-DL`, year, await nextNumber(trx, scope, 'datarequest', year)),
      kind: input.kind,
      subject_type: subject.type,
      subject_id: subject.id,
      subject_code: subject.code,
      proof,
      status: 'received',
      version: 1,
      requested_at: at,
      requested_on: today,
      due_on: null,
      extended: false,
      done_on: null,
      refusal_basis: null,
      secret_hash: secretHash,
      client_token: tokenFingerprint(input.clientToken),
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'client_token']).doNothing())
    .returning(dataRequestColumns)
    .executeTakeFirst()
  if (!request) return undefined
  const corrections = input.kind === 'correct' ? correctionsIn(input) : {}
  await trx
    .insertInto('data_request_words')
    .values({
      authority_id: scope.authorityId,
      request_id: request.id,
      email: subject.email,
      words: input.words,
      corrections: JSON.stringify(corrections),
    })
    .execute()
  const dueOn = await startClocks(trx, scope, request)
  await trx
    .updateTable('data_requests')
    .set({ due_on: dueOn })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', request.id)
    .execute()
  const officer = proof === 'identityCheck' ? actor : null
  await appendEntry(
    trx,
    scope,
    matterOf(request),
    {
      type: 'dataRequest.received',
      audience: 'filer',
      facts: { code: request.code, kind: request.kind, subject: subject.code, proof, fields: Object.keys(corrections) },
    },
    { role: officer ? 'receptionOfficer' : 'requester', personId: officer?.personId ?? null, at },
  )
  await recount(trx, scope, [], countsFor(request))
  return { ...request, dueOn }
}

async function startClocks(trx: Trx, scope: Scope, request: DataRequest) {
  const due: CivilDate[] = []
  for (const stage of ['acknowledgement', 'fulfilment'] as const) {
    const start = { matter: matterOf(request), stage, startEvent: 'received', on: request.requestedOn }
    const clock = await startClock(trx, scope, { ...start, ...clockOf(request, stage) })
    if (clock) due.push(clock.dueOn)
  }
  return due.toSorted()[0] ?? null
}
