import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import { askedBy, findDocuments } from '../search/index.ts'
import type { Document, DocumentKind, DocumentStatus } from './document.ts'
import { documentsOf } from './document-repository.ts'

/** Where papers without a day stand: last. */
const NO_DAY = '0001-01-01'
const isDay = (part: string) => /^\d{4}-\d{2}-\d{2}$/.test(part)
const isInstant = (part: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(part) && !Number.isNaN(Date.parse(part))

/** What everybody may read, the newest paper first; of one kind or all. */
export async function listPublished(
  db: Db,
  scope: Scope,
  kind: DocumentKind | null,
  after: string | null,
  limit: number,
): Promise<Page<Document>> {
  // The very expression of the index.
  const day = sql`(coalesce(issued_on, date '0001-01-01'))`
  let query = documentsOf(db, scope).where('status', '=', 'published')
  if (kind) query = query.where('kind', '=', kind)
  if (after) {
    const [on, id] = decodeCursor(after, [isDay, isUuid])
    query = query.where(sql<boolean>`(${day}, id) < (${on}::date, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy(day, 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ issuedOn, id }) => [issuedOn ?? NO_DAY, id])
}

/** The office's list, what changed last first. */
export async function listByChange(
  db: Db,
  scope: Scope,
  statuses: readonly DocumentStatus[],
  after: string | null,
  limit: number,
): Promise<Page<Document>> {
  let query = documentsOf(db, scope).where('status', 'in', [...statuses])
  if (after) {
    const [at, id] = decodeCursor(after, [isInstant, isUuid])
    query = query.where(sql<boolean>`(updated_at, id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ updatedAt, id }) => [updatedAt.toISOString(), id])
}

/** Published documents in whose text all the words stand, the best first. */
export async function searchPublished(db: Db, scope: Scope, words: string, after: string | null, limit: number): Promise<Page<Document>> {
  const asked = askedBy(words)
  if (!asked) return { items: [], next: null }
  const found = await findDocuments(db, scope, { asked, types: ['document'], after, limit })
  const ids = found.items.map(({ id }) => id)
  const rows = ids.length === 0 ? [] : await documentsOf(db, scope).where('id', 'in', ids).where('status', '=', 'published').execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { items: ids.flatMap((id) => byId.get(id) ?? []), next: found.next }
}
