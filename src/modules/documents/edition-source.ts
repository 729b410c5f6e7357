import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Document } from './document.ts'
import { documentsOf } from './document-repository.ts'
import './documents.table.ts'

/** The text of a document's newest edition as it was pasted or read, a line a paragraph; null: it has none yet. */
export async function findSource(db: Db, scope: Scope, { id, edition }: Pick<Document, 'id' | 'edition'>): Promise<string | null> {
  const row = await db
    .selectFrom('document_editions')
    .select('source')
    .where('authority_id', '=', scope.authorityId)
    .where('document_id', '=', id)
    .where('edition', '=', edition)
    .executeTakeFirst()
  return row?.source ?? null
}

/** Those changed last, drafts among them: for the lists of the office. */
export function listNewestDocuments(db: Db, scope: Scope, limit: number): Promise<Document[]> {
  return documentsOf(db, scope)
    .where('status', 'in', ['draft', 'published'])
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
