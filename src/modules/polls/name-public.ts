import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { paths } from './paths.ts'
import { shownStatuses } from './poll.ts'
import './polls.table.ts'

/** Of these polls the ones that readers may know of. */
export async function namePublicPolls(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { text: string; href: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('polls')
    .select(['id', 'slug', 'question'])
    .where('authority_id', '=', scope.authorityId)
    .where('id', 'in', [...ids])
    .where('status', 'in', [...shownStatuses])
    .execute()
  return new Map(rows.map(({ id, slug, question }) => [id, { text: question, href: paths.one(slug) }]))
}
