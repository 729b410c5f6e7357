import { sql } from 'kysely'
import type { Actor, Authority, Scope } from '../../modules/accounts/index.ts'
import type { FileDeps } from '../../modules/files/index.ts'
import type { NewsOptions } from '../../modules/news/index.ts'
import type { Db } from '../../platform/database.ts'
import type { OldArticle } from './article-content.ts'
import { storable } from './html-parts.ts'
import { importArticle } from './import-article.ts'
import { importCategories } from './import-categories.ts'
import { importComments } from './import-comments.ts'
import { importCounters } from './import-counters.ts'
import { importPages } from './import-pages.ts'
import { importPolls } from './import-polls.ts'
import type { RowReader } from './read-dump.ts'
import type { Report } from './report.ts'
import { SourceUnreadable } from './source-unreadable.ts'
import { findStaged, forgetStaged, partsOf, type Row, stage, walkStaged } from './staged-rows.ts'
import { named, newsModuleIn, readTables, type Source, textIn } from './tables.ts'

export interface ImportOptions {
  db: Db
  files: FileDeps
  scope: Scope
  /** The editor in whose name it is done. */
  actor: Actor
  /** What codes of comments begin with. */
  site: Pick<Authority, 'codePrefix'>
  source: Source
  /** A dump, or the live database. */
  read: RowReader
  /** Folder that holds the portal's `uploads`; null: without files. */
  folder: string | null
  dryRun: boolean
  report: Report
  now: () => Date
  afterAct?: NewsOptions['afterAct'] | undefined
  /** Our categories by the portal's ids; filled before the articles. */
  categoryIds: Map<string, string>
}

/** Rows written in one statement. */
const AT_ONCE = 100

/** Most names of a portal's tables that are told when the wanted one is not there. */
const MOST_TOLD = 5
/** First half of the lock's name, beside the authority's id. */
const IMPORT_LOCK = 720_271

/**
 * Brings over what this product has a place for, one import of an authority at a time. What it could not read is in the report.
 * @throws SourceUnreadable
 */
export async function importNukeViet(options: ImportOptions): Promise<void> {
  const { db, scope } = options
  // The lock goes with its connection: a killed import holds nothing.
  await db.connection().execute(async (held) => {
    const lock = sql<{ free: boolean }>`select pg_try_advisory_lock(${IMPORT_LOCK}, ${scope.authorityId}) as free`
    if (!(await lock.execute(held)).rows[0]?.free) throw new SourceUnreadable('already_running', '')
    try {
      await forgetStaged(db, scope)
      await stageRows(options)
      await importCategories(options)
      const refused = await importArticles(options)
      await importPages(options)
      await importComments(options, refused)
      await importPolls(options)
      await importCounters(options)
    } finally {
      await forgetStaged(db, scope)
      await sql`select pg_advisory_unlock(${IMPORT_LOCK}, ${scope.authorityId})`.execute(held)
    }
  })
}

async function stageRows({ db, scope, source, read, report }: ImportOptions): Promise<void> {
  const tables = readTables(source)
  const seen = new Set<string>()
  let waiting: Parameters<typeof stage>[2][number][] = []
  let position = 0
  const isWanted = (name: string) => {
    const module = newsModuleIn(name)
    if (module) seen.add(module)
    return tables.has(name)
  }
  for await (const { table, row } of read(isWanted)) {
    position++
    const { name, keyOf, columns, elsewhere } = tables.get(table)!
    const only = row && elsewhere?.(row)
    report.count(only ?? name, 'read')
    if (only) continue
    const sourceId = row && keyOf(row)
    if (!row || !sourceId) report.refuse(name, `#${position}`, row ? 'key_missing' : 'columns_unknown')
    else waiting.push({ table: name, sourceId, position, row: cleaned(row, columns) })
    if (waiting.length >= AT_ONCE) {
      await stage(db, scope, waiting)
      waiting = []
    }
  }
  await stage(db, scope, waiting)
  if (position === 0) throw new SourceUnreadable('nothing_there', [...seen].slice(0, MOST_TOLD).join(', '))
}

/** Only what is asked for, without letters that PostgreSQL does not keep. */
const cleaned = (row: Row, columns?: readonly string[]): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => columns?.includes(name) ?? true)
      .map(([name, value]) => [name, typeof value === 'string' ? storable(value) : value]),
  )

/** @returns keys of the articles that were refused */
async function importArticles(options: ImportOptions): Promise<ReadonlySet<string>> {
  const { db, scope, source } = options
  const { module } = source
  const nameOf = (part: string) => named(source, `${module}_${part}`)
  const table = nameOf('rows')
  const refused = new Set<string>()
  for await (const { sourceId, row } of walkStaged(db, scope, table)) {
    const old: OldArticle = {
      kind: 'article',
      module,
      row,
      detail: await findStaged(db, scope, nameOf('detail'), sourceId),
      source: await findStaged(db, scope, nameOf('sources'), textIn(row, 'sourceid')),
      tags: (await partsOf(db, scope, nameOf('tags_id'), sourceId)).map((tag) => textIn(tag, 'keyword')),
    }
    if (!(await importArticle(options, table, sourceId, old))) refused.add(sourceId)
  }
  return refused
}
