import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import '../news.table.ts'

/** Language of a portal whose rows stand without one. */
const MAIN_LANGUAGE = 'vi'

/** A table of an earlier portal, without its prefix: `news_rows`, `en/news_rows`; each language counts its rows from one. */
export const importedTable = (language: string, name: string) => (language === MAIN_LANGUAGE ? name : `${language}/${name}`)

/** What a row of an earlier portal became here. */
export interface ImportedRow {
  /** Its own table, as `importedTable` names it: `news_rows`. */
  table: string
  sourceId: string
  matter: { type: 'article' | 'articleCategory' | 'comment' | 'poll' | 'file'; id: string }
  /** Its part of an old address. */
  alias: string | null
  isFinished: boolean
}

export async function findImported(db: Db, scope: Scope, table: string, sourceId: string): Promise<ImportedRow | undefined> {
  const row = await db
    .selectFrom('imported_rows')
    .selectAll()
    .where('authority_id', '=', scope.authorityId)
    .where('source_table', '=', table)
    .where('source_id', '=', sourceId)
    .executeTakeFirst()
  return (
    row && {
      table,
      sourceId,
      matter: { type: row.matter_type as ImportedRow['matter']['type'], id: row.matter_id },
      alias: row.alias,
      isFinished: row.finished_at !== null,
    }
  )
}

/** Id of what an old address with this alias shows. */
export async function findByAlias(db: Db, scope: Scope, table: string, alias: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('imported_rows')
    .select('matter_id')
    .where('authority_id', '=', scope.authorityId)
    .where('source_table', '=', table)
    .where('alias', '=', alias)
    .orderBy('source_id')
    .executeTakeFirst()
  return row?.matter_id
}

/** Says what a row becomes, before it does: an import that is cut off goes on with the same id. */
export async function beginImported(db: Db, scope: Scope, row: Omit<ImportedRow, 'isFinished'>, now: Date): Promise<void> {
  await db
    .insertInto('imported_rows')
    .values({
      authority_id: scope.authorityId,
      source_table: row.table,
      source_id: row.sourceId,
      matter_type: row.matter.type,
      matter_id: row.matter.id,
      alias: row.alias,
      begun_at: now,
      finished_at: null,
    })
    .execute()
}

export async function finishImported(db: Db, scope: Scope, table: string, sourceId: string, now: Date): Promise<void> {
  await db
    .updateTable('imported_rows')
    .set({ finished_at: now })
    .where('authority_id', '=', scope.authorityId)
    .where('source_table', '=', table)
    .where('source_id', '=', sourceId)
    .execute()
}

const UPLOADS = 'uploads'

/** Which file of ours has the content of a file of the earlier portal; the newest, where several articles showed it. @param path `/uploads/…` */
export async function placeImportedFile(db: Db, scope: Scope, path: string, fileId: string, now: Date): Promise<void> {
  await db
    .insertInto('imported_rows')
    .values({
      authority_id: scope.authorityId,
      source_table: UPLOADS,
      source_id: path,
      matter_type: 'file',
      matter_id: fileId,
      alias: null,
      begun_at: now,
      finished_at: now,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'source_table', 'source_id']).doUpdateSet({ matter_id: fileId }))
    .execute()
}

export async function findImportedFile(db: Db, scope: Scope, path: string): Promise<string | undefined> {
  return (await findImported(db, scope, UPLOADS, path))?.matter.id
}
