import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { paths } from './paths.ts'
import { shownStatuses } from './programme.ts'
import './programmes.table.ts'

type Names = ReadonlyMap<string, { text: string; href: string }>

/** Of these plans and programmes the ones that everybody may read. */
export async function namePublicProgrammes(db: Db, scope: Scope, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('programmes')
    .select(['id', 'slug', 'title'])
    .where('authority_id', '=', scope.authorityId)
    .where('id', 'in', [...ids])
    .where('status', 'in', [...shownStatuses])
    .execute()
  return new Map(rows.map(({ id, slug, title }) => [id, { text: title, href: paths.one(slug) }]))
}

/** Of these items the ones that everybody may read, by code and title. */
export async function namePublicTasks(db: Db, scope: Scope, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('programme_tasks as t')
    .innerJoin('programmes as p', (join) => join.onRef('p.authority_id', '=', 't.authority_id').onRef('p.id', '=', 't.programme_id'))
    .select(['t.id', 't.code', 't.title'])
    .where('t.authority_id', '=', scope.authorityId)
    .where('t.id', 'in', [...ids])
    .where('t.status', '<>', 'draft')
    .where('p.status', 'in', [...shownStatuses])
    .execute()
  return new Map(rows.map(({ id, code, title }) => [id, { text: `${code} · ${title}`, href: paths.task(code) }]))
}
