import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import { rowsFor, runPrepared, type Write } from '../../../platform/write-together.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Received } from './received.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    filings: {
      authority_id: number
      /** Fingerprint of the filing's token, never the token. */
      client_token: string
      petition_id: string
      code: string
      received_at: Date
      /** What was filed, until it is spread; then null. */
      document: unknown
      failures: number
      failed_at: Date | null
      error_code: string | null
    }
  }
}

/** One filing in the ledger. */
export interface FilingKey {
  authorityId: number
  clientToken: string
}

export interface WaitingRow {
  clientToken: string
  id: string
  code: string
  receivedAt: Date
  document: unknown
}

type Named = Pick<Received, 'id' | 'receivedAt' | 'clientToken'>

/** One row to be. */
export interface Entry extends Named {
  authorityId: number
  document: string
  /** Of the code, with what parts it from the year: `PL-`. */
  prefix: string
  year: number
  /** That its number is taken from. */
  series: string
  /** Of the calendar by which the clocks were counted. */
  revision: string | null
}

/** Types of an entry's parameters, in the order of `parametersOf`. */
const types = ['integer', 'uuid', 'uuid', 'timestamptz', 'json', 'text', 'text', 'uuid']

/**
 * Acknowledges filings in one statement, numbers included: durable when this resolves. A row is left out when its token stands there
 * already, or when the calendar is another one by now.
 * @returns the code of each token that was entered
 */
export async function enterFilings(db: Db, entries: readonly Entry[]): Promise<Map<string, string>> {
  const rows = await runPrepared<{ client_token: string; code: string }>(db, enterText(entries.length), entries.flatMap(parametersOf))
  return new Map(rows.map((row) => [`${row.client_token}`, row.code]))
}

function parametersOf({ authorityId, clientToken, id, receivedAt, document, prefix, year, series, revision }: Entry): unknown[] {
  return [authorityId, clientToken, id, receivedAt.toISOString(), document, `${prefix}${year}-`, series, revision]
}

/** Texts by number of rows: building one takes longer than running it. */
const enterTexts = new Map<number, string>()

function enterText(rows: number): string {
  const known = enterTexts.get(rows)
  if (known) return known
  const text = writeEnterText(rows)
  enterTexts.set(rows, text)
  return text
}

function writeEnterText(rows: number): string {
  const row = (place: number) => `(${types.map((type, column) => `$${place * types.length + column + 1}::${type}`).join(', ')})`
  return `insert into filings (authority_id, client_token, petition_id, received_at, document, code)
    select v.authority_id, v.client_token, v.id, v.received_at, v.document, v.prefix || lpad(n, greatest(5, length(n)), '0')
    from (values ${Array.from({ length: rows }, (_, place) => row(place)).join(', ')})
      v (authority_id, client_token, id, received_at, document, prefix, series, revision), lateral (select nextval(v.series::regclass)::text as n) as number
    where (select c.revision from calendar_revisions c where c.authority_id = v.authority_id) is not distinct from v.revision
    on conflict (authority_id, client_token) do nothing returning client_token, code`
}

/** The ledger's row of a filing that is written whole in the same statement. */
export function ledgerWrite(scope: Scope, { id, receivedAt, clientToken }: Named, code: string): Write {
  const row = { authority_id: scope.authorityId, client_token: clientToken, petition_id: id, code, received_at: receivedAt }
  return rowsFor('filings', [{ ...row, document: null, failures: 0, failed_at: null, error_code: null }])
}

/** What the token was first filed as. */
export async function findFiling(db: Db, scope: Scope, clientToken: string): Promise<{ petitionId: string; waits: boolean } | undefined> {
  return db
    .selectFrom('filings')
    .select(['petition_id as petitionId', sql<boolean>`document is not null`.as('waits')])
    .where('authority_id', '=', scope.authorityId)
    .where('client_token', '=', clientToken)
    .executeTakeFirst()
}

/** The token of a filing that waits, by its code. */
export async function findWaiting(db: Db, scope: Scope, code: string): Promise<string | undefined> {
  const row = await waiting(db, scope).select('client_token').where('code', '=', code).executeTakeFirst()
  return row?.client_token
}

/** Locks these filings as far as they still wait, after whoever spreads one of them at this moment. */
export async function lockWaiting(trx: Trx, scope: Scope, clientTokens: readonly string[]): Promise<WaitingRow[]> {
  return whole(
    waiting(trx, scope)
      .where('client_token', 'in', [...clientTokens])
      .orderBy('client_token')
      .forUpdate(),
  )
}

/** Locks the oldest that wait, past those that somebody else has in hand; what failed is tried again a minute later for each failure, at most an hour. */
export async function lockOldest(trx: Trx, scope: Scope, now: Date, limit: number): Promise<WaitingRow[]> {
  const due = sql<boolean>`(failures = 0 or failed_at <= ${now}::timestamptz - least(failures, 60) * interval '1 minute')`
  return whole(waiting(trx, scope).where(due).orderBy('code').limit(limit).forUpdate().skipLocked())
}

function waiting(db: Db, scope: Scope) {
  return db.selectFrom('filings').where('authority_id', '=', scope.authorityId).where('document', 'is not', null)
}

function whole(query: ReturnType<typeof waiting>): Promise<WaitingRow[]> {
  return query.select(['client_token as clientToken', 'petition_id as id', 'code', 'received_at as receivedAt', 'document']).execute()
}

/** They are in the tables of petitions now: nothing of a person stays here. */
export async function emptyFilings(trx: Trx, scope: Scope, clientTokens: readonly string[]): Promise<void> {
  await sql`update filings set document = null, error_code = null
    where authority_id = ${scope.authorityId} and client_token = any(${clientTokens}::uuid[])`.execute(trx)
}

/** Notes that a filing could not be spread. */
export async function noteFailure(db: Db, scope: Scope, clientToken: string, { code, now }: { code: string; now: Date }): Promise<void> {
  await sql`update filings set failures = failures + 1, failed_at = ${now}, error_code = ${code}
    where authority_id = ${scope.authorityId} and client_token = ${clientToken} and document is not null`.execute(db)
}

/** Filings that were acknowledged and cannot be spread. */
export async function countFailed(db: Db, scope: Scope): Promise<number> {
  const row = await waiting(db, scope)
    .where('failures', '>', 0)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return row?.n ?? 0
}
