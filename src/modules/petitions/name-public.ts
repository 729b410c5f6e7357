import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import './petitions.table.ts'

/** Of these cases the ones that everybody may read, with code and subject as published. */
export async function namePublicCases(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { text: string; href: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await publicCases(db, scope)
    .select(['id', 'code', sql<string>`coalesce(public_subject, subject)`.as('subject')])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, code, subject }) => [id, { text: `${code} · ${subject}`, href: `/don/${code}` }]))
}

/** The case behind a code, if everybody may read it. */
export async function findPublicCase(db: Db, scope: Scope, code: string): Promise<{ type: 'petition'; id: string } | null> {
  const row = await publicCases(db, scope).select('id').where('code', '=', code).executeTakeFirst()
  return row ? { type: 'petition', id: row.id } : null
}

function publicCases(db: Db, scope: Scope) {
  return db
    .selectFrom('petitions')
    .where('authority_id', '=', scope.authorityId)
    .where('publish', '=', true)
    .where('cleared_at', 'is not', null)
    .where('status', '<>', 'withdrawn')
}
