import { beginImported, ensureCategory, findImported, finishImported } from '../../modules/news/index.ts'
import type { ImportOptions } from './import-nukeviet.ts'
import { type Row, walkStaged } from './staged-rows.ts'
import { named, numberIn, textIn } from './tables.ts'
import { lineOf } from './words.ts'

/** Categories, those of the first level first: what stands below them is put into them. */
export async function importCategories(options: ImportOptions): Promise<void> {
  const { db, scope, source } = options
  const table = named(source, `${source.module}_cat`)
  const all = new Map<string, Row>()
  for await (const { sourceId, row } of walkStaged(db, scope, table)) all.set(sourceId, row)
  const placed = [...all].map(([sourceId, row]) => ({ sourceId, row, ...placeOf(all, sourceId) }))
  for (const level of ['first', 'second'] as const)
    for (const one of placed) if ((one.topId === null) === (level === 'first')) await importCategory(options, table, one)
}

interface Place {
  /** The category of the first level that it is under; null: it is of the first level itself. */
  topId: string | null
  /** What became of its place: here are two levels alone. */
  note: 'category_folded' | 'category_parent_missing' | null
}

/** Where a category of the portal stands here: right below the uppermost one that it is under. */
function placeOf(all: ReadonlyMap<string, Row>, sourceId: string): Place {
  const above: string[] = []
  for (let id = parentOf(all, sourceId); id !== '0'; id = parentOf(all, id)) {
    // Deleted, or a ring: it stands by itself.
    if (!all.has(id) || id === sourceId || above.includes(id)) return { topId: null, note: 'category_parent_missing' }
    above.push(id)
  }
  return { topId: above.at(-1) ?? null, note: above.length > 1 ? 'category_folded' : null }
}

const parentOf = (all: ReadonlyMap<string, Row>, id: string) => String(numberIn(all.get(id), 'parentid'))

async function importCategory(
  { db, scope, report, dryRun, categoryIds, now }: ImportOptions,
  table: string,
  { sourceId, row, topId, note }: { sourceId: string; row: Row } & Place,
): Promise<void> {
  const name = lineOf(textIn(row, 'title'))
  const before = await findImported(db, scope, table, sourceId)
  if (before) {
    categoryIds.set(sourceId, before.matter.id)
    return report.count(table, 'already')
  }
  if (name === '') return report.refuse(table, sourceId, 'title_missing')
  report.count(table, 'brought')
  if (note) report.note(table, sourceId, note, name)
  if (dryRun) return
  await db.transaction().execute(async (trx) => {
    const parentId = (topId !== null && categoryIds.get(topId)) || null
    const { id } = await ensureCategory(trx, scope, { name, sort: numberIn(row, 'sort'), parentId })
    if ([...categoryIds.values()].includes(id)) report.note(table, sourceId, 'category_shared', name)
    categoryIds.set(sourceId, id)
    const matter = { type: 'articleCategory', id } as const
    await beginImported(trx, scope, { table, sourceId, matter, alias: textIn(row, 'alias') || null }, now())
    await finishImported(trx, scope, table, sourceId, now())
  })
}
