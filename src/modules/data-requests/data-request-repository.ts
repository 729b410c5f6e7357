import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { isCivilDate } from '../../shared/civil-date.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import { tokenFingerprint } from '../../shared/secret.ts'
import type { Scope } from '../accounts/index.ts'
import type { DataRequest, DataRequestStatus, RequestWords } from './data-request.ts'
import './data-requests.table.ts'

export const dataRequestColumns = [
  'id',
  'code',
  'kind',
  'subject_type as subjectType',
  'subject_id as subjectId',
  'subject_code as subjectCode',
  'proof',
  'status',
  'version',
  'requested_at as requestedAt',
  'requested_on as requestedOn',
  'due_on as dueOn',
  'extended',
  'done_on as doneOn',
  'refusal_basis as refusalBasis',
] as const

/** Column of each fact that an act may change. */
const columnOf = {
  status: 'status',
  version: 'version',
  dueOn: 'due_on',
  extended: 'extended',
  doneOn: 'done_on',
  refusalBasis: 'refusal_basis',
} as const satisfies Partial<Record<keyof DataRequest, string>>

type WithHash = DataRequest & { secretHash: Buffer }

export function findByCode(db: Db, scope: Scope, code: string): Promise<WithHash | undefined> {
  return one(db, scope).where('code', '=', code).executeTakeFirst()
}

export function findByToken(db: Db, scope: Scope, clientToken: string): Promise<WithHash | undefined> {
  return one(db, scope).where('client_token', '=', tokenFingerprint(clientToken)).executeTakeFirst()
}

function one(db: Db, scope: Scope) {
  return db
    .selectFrom('data_requests')
    .select([...dataRequestColumns, 'secret_hash as secretHash'])
    .where('authority_id', '=', scope.authorityId)
}

export function lockDataRequest(trx: Trx, scope: Scope, id: string): Promise<DataRequest | undefined> {
  return trx
    .selectFrom('data_requests')
    .select(dataRequestColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function saveDataRequest(trx: Trx, scope: Scope, request: DataRequest, set: Partial<DataRequest>): Promise<DataRequest> {
  const changed = Object.fromEntries(Object.entries(set).map(([fact, value]) => [columnOf[fact as keyof typeof columnOf], value]))
  await trx.updateTable('data_requests').set(changed).where('authority_id', '=', scope.authorityId).where('id', '=', request.id).execute()
  return { ...request, ...set }
}

export async function findWords(db: Db, scope: Scope, id: string): Promise<RequestWords | undefined> {
  const row = await db
    .selectFrom('data_request_words')
    .select(['email', 'words', 'corrections'])
    .where('authority_id', '=', scope.authorityId)
    .where('request_id', '=', id)
    .executeTakeFirst()
  return row as RequestWords | undefined
}

/** What was typed is gone; the request itself stays as proof. */
export async function eraseWords(trx: Trx, scope: Scope, id: string): Promise<void> {
  await trx.deleteFrom('data_request_words').where('authority_id', '=', scope.authorityId).where('request_id', '=', id).execute()
}

const checks = [isCivilDate, isUuid]

/** The office's list of one status, the soonest due first. */
export async function listDataRequests(
  db: Db,
  scope: Scope,
  status: DataRequestStatus,
  after: string | null,
  limit: number,
): Promise<Page<DataRequest>> {
  let query = db
    .selectFrom('data_requests')
    .select(dataRequestColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('status', '=', status)
  if (after) {
    const [dueOn, id] = decodeCursor(after, checks)
    query = query.where(sql<boolean>`(coalesce(due_on, date '9999-12-31'), id) > (${dueOn}::date, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy(sql`coalesce(due_on, date '9999-12-31')`)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ dueOn, id }) => [dueOn ?? '9999-12-31', id])
}
