import type { OldArticle } from './article-content.ts'
import { importArticle } from './import-article.ts'
import type { ImportOptions } from './import-nukeviet.ts'
import { type Row, walkStaged } from './staged-rows.ts'
import { named } from './tables.ts'

/** Static pages ("Giới thiệu"), of each module of the portal that has any. */
export async function importPages(options: ImportOptions): Promise<void> {
  const { db, scope, source } = options
  for (const module of source.pages) {
    const table = named(source, module)
    for await (const { sourceId, row } of walkStaged(db, scope, table)) await importArticle(options, table, sourceId, pageOf(row, module))
  }
}

/** A row of a page under the names that the rows of articles have for the same things. */
function pageOf(row: Row, module: string): OldArticle {
  const { add_time, description, image, imagealt, imageposition, bodytext } = row
  return {
    kind: 'page',
    module,
    row: {
      ...row,
      addtime: add_time ?? null,
      publtime: add_time ?? null,
      hometext: description ?? null,
      homeimgfile: image ?? null,
      homeimgalt: imagealt ?? null,
    },
    detail: { bodyhtml: bodytext ?? null, imgposition: imageposition ?? null },
    source: undefined,
    tags: [],
  }
}
