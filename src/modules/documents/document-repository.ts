import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Document, Passage } from './document.ts'
import './documents.table.ts'

export const documentColumns = [
  'id',
  'slug',
  'status',
  'version',
  'kind',
  'number',
  'issuer',
  'signer',
  'subject',
  'issued_on as issuedOn',
  'valid_from as validFrom',
  'valid_to as validTo',
  'edition',
  'published_at as publishedAt',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const

/** Column of each fact that an act may change. */
const columnOf = {
  status: 'status',
  version: 'version',
  kind: 'kind',
  number: 'number',
  issuer: 'issuer',
  signer: 'signer',
  subject: 'subject',
  issuedOn: 'issued_on',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  edition: 'edition',
  publishedAt: 'published_at',
  updatedAt: 'updated_at',
} as const satisfies Partial<Record<keyof Document, string>>

export function documentsOf(db: Db, scope: Scope) {
  return db.selectFrom('documents').select(documentColumns).where('authority_id', '=', scope.authorityId)
}

export function findDocument(db: Db, scope: Scope, id: string): Promise<Document | undefined> {
  return documentsOf(db, scope).where('id', '=', id).executeTakeFirst()
}

export function findDocumentBySlug(db: Db, scope: Scope, slug: string): Promise<Document | undefined> {
  return documentsOf(db, scope).where('slug', '=', slug).executeTakeFirst()
}

export function lockDocument(trx: Trx, scope: Scope, id: string): Promise<Document | undefined> {
  return documentsOf(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function saveDocument(trx: Trx, scope: Scope, document: Document, set: Partial<Document>): Promise<Document> {
  const changed = Object.fromEntries(Object.entries(set).map(([fact, value]) => [columnOf[fact as keyof typeof columnOf], value]))
  await trx.updateTable('documents').set(changed).where('authority_id', '=', scope.authorityId).where('id', '=', document.id).execute()
  return { ...document, ...set }
}

/** Passages of one edition in order. */
export function listPassages(db: Db, scope: Scope, documentId: string, edition: number): Promise<Passage[]> {
  return db
    .selectFrom('document_passages')
    .select(['place', 'anchor_id as anchorId', 'path', 'kind', 'depth', 'text', 'came'])
    .where('authority_id', '=', scope.authorityId)
    .where('document_id', '=', documentId)
    .where('edition', '=', edition)
    .orderBy('place')
    .execute()
}
