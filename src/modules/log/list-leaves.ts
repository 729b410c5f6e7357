import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import { type Leaf, readLeaf } from './leaf.ts'
import './log.table.ts'

export interface LoggedLeaf {
  position: number
  leaf: Leaf
}

/** Rows of a page. */
export const ROWS = 50

const isPosition = (part: string) => /^\d{1,15}$/.test(part)

/** The lines of one day, or what moved a promise, or all: newest first, by key. */
export async function listLeaves(
  db: Db,
  scope: Scope,
  filter: { day: CivilDate } | { moves: true },
  after: string | null,
  limit = ROWS,
): Promise<Page<LoggedLeaf>> {
  let query = db.selectFrom('log_leaves').select(['position', 'leaf']).where('authority_id', '=', scope.authorityId)
  query = 'day' in filter ? query.where('on_date', '=', filter.day) : query.where('moves', '=', true)
  if (after) query = query.where('position', '<', Number(decodeCursor(after, [isPosition])[0]))
  const rows = await query
    .orderBy('position', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows.map(toLogged), limit, ({ position }) => [String(position)])
}

/** The lines of one matter, in order: as many as its history has steps. */
export async function listLeavesOf(db: Db, scope: Scope, matter: { type: string; id: string }): Promise<LoggedLeaf[]> {
  const rows = await db
    .selectFrom('history_entries')
    .innerJoin('log_leaves', (join) =>
      join.onRef('log_leaves.authority_id', '=', 'history_entries.authority_id').onRef('log_leaves.entry_id', '=', 'history_entries.id'),
    )
    .select(['position', 'leaf'])
    .where('history_entries.authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .orderBy('seq')
    .execute()
  return rows.map(toLogged)
}

export async function findLeaf(
  db: Db,
  scope: Scope,
  position: number,
): Promise<(LoggedLeaf & { bytes: Buffer; hash: Buffer }) | undefined> {
  const row = await db
    .selectFrom('log_leaves')
    .select(['position', 'leaf', 'hash'])
    .where('authority_id', '=', scope.authorityId)
    .where('position', '=', position)
    .executeTakeFirst()
  return row && { ...toLogged(row), bytes: row.leaf, hash: row.hash }
}

/** The nearest days with lines, around a day. */
export async function neighbourDays(db: Db, scope: Scope, day: CivilDate): Promise<{ before: CivilDate | null; after: CivilDate | null }> {
  const leaves = db.selectFrom('log_leaves').select('on_date').where('authority_id', '=', scope.authorityId).limit(1)
  const [before, after] = await Promise.all([
    leaves.where('on_date', '<', day).orderBy('on_date', 'desc').executeTakeFirst(),
    leaves.where('on_date', '>', day).orderBy('on_date').executeTakeFirst(),
  ])
  return { before: before?.on_date ?? null, after: after?.on_date ?? null }
}

function toLogged(row: { position: number; leaf: Buffer }): LoggedLeaf {
  return { position: row.position, leaf: readLeaf(row.leaf) }
}
