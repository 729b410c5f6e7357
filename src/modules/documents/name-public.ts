import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { paths } from './paths.ts'
import './documents.table.ts'

/** Of these documents the ones that everybody may read, by number and subject. */
export async function namePublicDocuments(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { text: string; href: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'slug', 'number', 'subject'])
    .where('authority_id', '=', scope.authorityId)
    .where('id', 'in', [...ids])
    .where('status', '=', 'published')
    .execute()
  return new Map(
    rows.map(({ id, slug, number, subject }) => [id, { text: [number, subject].filter(Boolean).join(' · '), href: paths.one(slug) }]),
  )
}

/** The published document behind an address or a number and symbol; null: none, or more than one of that number. */
export async function findPublicDocument(db: Db, scope: Scope, typed: string): Promise<string | null> {
  const rows = await db
    .selectFrom('documents')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('status', '=', 'published')
    .where((eb) => eb.or([eb('slug', '=', typed), eb('number', '=', typed)]))
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0]!.id : null
}
