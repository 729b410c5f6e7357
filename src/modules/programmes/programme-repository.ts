import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Programme } from './programme.ts'
import './programmes.table.ts'

export const programmeColumns = [
  'id',
  'slug',
  'kind',
  'plan_id as planId',
  'unit_id as unitId',
  'document_id as documentId',
  'title',
  'status',
  'version',
  'due_on as dueOn',
  'starts_on as startsOn',
  'ends_on as endsOn',
  'submitted_by as submittedBy',
  'published_on as publishedOn',
  'ended_on as endedOn',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const

/** Column of each fact. */
const columnOf = {
  id: 'id',
  slug: 'slug',
  kind: 'kind',
  planId: 'plan_id',
  unitId: 'unit_id',
  documentId: 'document_id',
  title: 'title',
  status: 'status',
  version: 'version',
  dueOn: 'due_on',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  submittedBy: 'submitted_by',
  publishedOn: 'published_on',
  endedOn: 'ended_on',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const satisfies Record<keyof Programme, string>

const columnsOf = (set: Partial<Programme>) =>
  Object.fromEntries(Object.entries(set).map(([fact, value]) => [columnOf[fact as keyof Programme], value]))

export function programmesOf(db: Db, scope: Scope) {
  return db.selectFrom('programmes').select(programmeColumns).where('authority_id', '=', scope.authorityId)
}

export function findProgramme(db: Db, scope: Scope, id: string): Promise<Programme | undefined> {
  return programmesOf(db, scope).where('id', '=', id).executeTakeFirst()
}

export function findProgrammeBySlug(db: Db, scope: Scope, slug: string): Promise<Programme | undefined> {
  return programmesOf(db, scope).where('slug', '=', slug).executeTakeFirst()
}

export function lockProgramme(trx: Trx, scope: Scope, id: string): Promise<Programme | undefined> {
  return programmesOf(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** @returns false when the address is taken */
export async function insertProgramme(trx: Trx, scope: Scope, programme: Programme): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('programmes')
    .values({ authority_id: scope.authorityId, ...columnsOf(programme) } as never)
    .onConflict((conflict) => conflict.columns(['authority_id', 'slug']).doNothing())
    .executeTakeFirstOrThrow()
  return Boolean(numInsertedOrUpdatedRows)
}

export async function saveProgramme(trx: Trx, scope: Scope, programme: Programme, set: Partial<Programme>): Promise<Programme> {
  await trx
    .updateTable('programmes')
    .set(columnsOf(set))
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', programme.id)
    .execute()
  return { ...programme, ...set }
}

/** The newest plan that was read from a paper and not thrown away. */
export function findProgrammeOfDocument(db: Db, scope: Scope, documentId: string): Promise<Programme | undefined> {
  return programmesOf(db, scope)
    .where('document_id', '=', documentId)
    .where('kind', '=', 'plan')
    .where('status', '<>', 'discarded')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
