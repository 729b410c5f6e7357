import type { Actor, Scope } from '../../modules/accounts/index.ts'
import type { FileDeps } from '../../modules/files/index.ts'
import { beginImported, ensureCategory, findImported, finishImported, type NewsOptions } from '../../modules/news/index.ts'
import type { Db } from '../../platform/database.ts'
import { storable } from './html-parts.ts'
import { importArticle } from './import-article.ts'
import { importCounters } from './import-counters.ts'
import { readDump } from './read-dump.ts'
import type { Report } from './report.ts'
import { findStaged, forgetStaged, type Row, stage, tagsOf, walkStaged } from './staged-rows.ts'
import { countedTables, numberIn, readTables, type Source, textIn } from './tables.ts'

export interface ImportOptions {
  db: Db
  files: FileDeps
  scope: Scope
  /** The editor in whose name it is done. */
  actor: Actor
  source: Source
  dump: AsyncIterable<Uint8Array>
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

/** Reads a NukeViet dump and brings over what this product has a place for. What it could not read is in the report. */
export async function importNukeViet(options: ImportOptions): Promise<void> {
  const { db, scope } = options
  await forgetStaged(db, scope)
  try {
    await stageDump(options)
    await importCategories(options)
    await importArticles(options)
    await importCounters(options)
  } finally {
    await forgetStaged(db, scope)
  }
}

async function stageDump({ db, scope, source, dump, report }: ImportOptions): Promise<void> {
  const tables = readTables(source)
  const counted = countedTables(source)
  let waiting: Parameters<typeof stage>[2][number][] = []
  let position = 0
  for await (const { table, row } of readDump(dump, (name) => tables.has(name) || counted.has(name))) {
    position++
    const only = counted.get(table)
    if (only) {
      report.count(only, 'read')
      continue
    }
    const { name, keyOf } = tables.get(table)!
    report.count(name, 'read')
    const sourceId = row && keyOf(row)
    if (!row || !sourceId) report.refuse(name, `#${position}`, row ? 'key_missing' : 'columns_unknown')
    else waiting.push({ table: name, sourceId, position, row: cleaned(row) })
    if (waiting.length >= AT_ONCE) {
      await stage(db, scope, waiting)
      waiting = []
    }
  }
  await stage(db, scope, waiting)
}

/** Without letters that PostgreSQL does not keep. */
const cleaned = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? storable(value) : value]))

async function importCategories({ db, scope, source, report, dryRun, categoryIds, now }: ImportOptions): Promise<void> {
  const table = `${source.module}_cat`
  for await (const { sourceId, row } of walkStaged(db, scope, table)) {
    const name = textIn(row, 'title').normalize('NFC').replace(/\s+/g, ' ')
    const before = await findImported(db, scope, table, sourceId)
    if (before) categoryIds.set(sourceId, before.matter.id)
    if (before) report.count(table, 'already')
    else if (name === '') report.refuse(table, sourceId, 'title_missing')
    else {
      if (!dryRun)
        await db.transaction().execute(async (trx) => {
          const { id } = await ensureCategory(trx, scope, { name, sort: numberIn(row, 'sort') })
          categoryIds.set(sourceId, id)
          const matter = { type: 'articleCategory', id } as const
          await beginImported(trx, scope, { table, sourceId, matter, alias: textIn(row, 'alias') || null }, now())
          await finishImported(trx, scope, table, sourceId, now())
        })
      report.count(table, 'brought')
    }
  }
}

async function importArticles(options: ImportOptions): Promise<void> {
  const { db, scope, source } = options
  const table = `${source.module}_rows`
  for await (const { sourceId, row } of walkStaged(db, scope, table)) {
    const old = {
      row,
      detail: await findStaged(db, scope, `${source.module}_detail`, sourceId),
      source: await findStaged(db, scope, `${source.module}_sources`, textIn(row, 'sourceid')),
      tags: await tagsOf(db, scope, `${source.module}_tags_id`, sourceId),
    }
    await importArticle(options, table, sourceId, old)
  }
}
