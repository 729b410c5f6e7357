import type { Scope } from '../../modules/accounts/index.ts'
import type { Db } from '../../platform/database.ts'
import type { SqlValue } from './sql-values.ts'

declare module '../../platform/database.ts' {
  interface Database {
    staged_rows: { authority_id: number; source_table: string; source_id: string; position: number; content: unknown }
  }
}

export type Row = Record<string, SqlValue>

interface StagedRow {
  sourceId: string
  row: Row
}

export async function forgetStaged(db: Db, scope: Scope): Promise<void> {
  await db.deleteFrom('staged_rows').where('authority_id', '=', scope.authorityId).execute()
}

/** Rows in the order of the dump; a key that came before stays as it came first. @returns how many were new */
export async function stage(
  db: Db,
  scope: Scope,
  rows: readonly { table: string; sourceId: string; position: number; row: Row }[],
): Promise<number> {
  if (rows.length === 0) return 0
  const result = await db
    .insertInto('staged_rows')
    .values(
      rows.map(({ table, sourceId, position, row }) => ({
        authority_id: scope.authorityId,
        source_table: table,
        source_id: sourceId,
        position,
        content: JSON.stringify(row),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}

export async function findStaged(db: Db, scope: Scope, table: string, sourceId: string): Promise<Row | undefined> {
  const found = await db
    .selectFrom('staged_rows')
    .select('content')
    .where('authority_id', '=', scope.authorityId)
    .where('source_table', '=', table)
    .where('source_id', '=', sourceId)
    .executeTakeFirst()
  return found?.content as Row | undefined
}

/** All rows of a table, in the order of the dump, a few at a time. */
export async function* walkStaged(db: Db, scope: Scope, table: string): AsyncGenerator<StagedRow> {
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('staged_rows')
      .select(['source_id', 'position', 'content'])
      .where('authority_id', '=', scope.authorityId)
      .where('source_table', '=', table)
      .where('position', '>', after)
      .orderBy('position')
      .limit(50)
      .execute()
    for (const { source_id, content } of rows) yield { sourceId: source_id, row: content as Row }
    const last = rows.at(-1)
    if (!last) return
    after = last.position
  }
}

/** Rows of a table whose key is `owner:part`, in the order of the dump: tags of an article, answers of a poll. */
export async function partsOf(db: Db, scope: Scope, table: string, ownerId: string): Promise<Row[]> {
  const rows = await db
    .selectFrom('staged_rows')
    .select('content')
    .where('authority_id', '=', scope.authorityId)
    .where('source_table', '=', table)
    .where('source_id', '>=', `${ownerId}:`)
    .where('source_id', '<', `${ownerId};`)
    .orderBy('position')
    .execute()
  return rows.map(({ content }) => content as Row)
}
