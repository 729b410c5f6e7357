import { importedTable } from '../../modules/news/index.ts'
import type { Row } from './staged-rows.ts'

/** Where the portal keeps its tables. */
export interface Source {
  /** `nv4` unless the portal was set up otherwise. */
  prefix: string
  /** Language of the portal. */
  language: string
  /** Name of the news module; a portal may have several. */
  module: string
  /** Names of the modules that hold static pages: NukeViet's `page`, and the copies of it that a portal made. */
  pages: readonly string[]
  /** Host of the portal, `phuoclong.gov.vn`: links to it lead to this site. Null: unknown. */
  host: string | null
}

/** By what the report and the map call a table: each language of a portal counts its rows from one. */
export const named = ({ language }: Pick<Source, 'language'>, name: string): string => importedTable(language, name)

interface Table {
  /** By what the report and the map call it. */
  name: string
  /** Key of a row; null: the row has none and is refused. */
  keyOf: (row: Row) => string | null
  /** All that is kept of a row while the import runs; all of it unless said. */
  columns?: readonly string[]
  /** The row belongs to another run or to nothing here: only counted, under this name. */
  elsewhere?: (row: Row) => string | null
}

const by =
  (...columns: string[]) =>
  (row: Row) => {
    const parts = columns.map((column) => row[column])
    return parts.every((part) => part !== null && part !== undefined && part !== '') ? parts.join(':') : null
  }

/** Of a comment no mail address and no network address is read. */
const commentColumns = ['cid', 'module', 'id', 'pid', 'content', 'attach', 'post_time', 'post_name', 'status']

/** Tables that are read, by their names in the portal. */
export function readTables(source: Source): Map<string, Table> {
  const { prefix, language, module } = source
  const common = `${prefix}_${language}`
  const news = `${common}_${module}`
  const comment: Table = {
    name: named(source, 'comment'),
    keyOf: by('cid'),
    columns: commentColumns,
    elsewhere: (row) => (textIn(row, 'module') === module ? null : `comment (${textIn(row, 'module')})`),
  }
  return new Map<string, Table>([
    ...source.pages.map((page): [string, Table] => [`${common}_${page}`, { name: named(source, page), keyOf: by('id') }]),
    [`${news}_cat`, { name: named(source, `${module}_cat`), keyOf: by('catid') }],
    [`${news}_rows`, { name: named(source, `${module}_rows`), keyOf: by('id') }],
    [`${news}_detail`, { name: named(source, `${module}_detail`), keyOf: by('id') }],
    [`${news}_sources`, { name: named(source, `${module}_sources`), keyOf: by('sourceid') }],
    [`${news}_tags_id`, { name: named(source, `${module}_tags_id`), keyOf: by('id', 'tid') }],
    [`${common}_comment`, comment],
    // Before NukeViet 4.1.
    [`${common}_comments`, comment],
    [`${common}_voting`, { name: named(source, 'voting'), keyOf: by('vid') }],
    [`${common}_voting_rows`, { name: named(source, 'voting_rows'), keyOf: by('vid', 'id') }],
    [`${prefix}_counter`, { name: 'counter', keyOf: by('c_type', 'c_val') }],
  ])
}

/** The news modules that a portal seems to have, when the one that was asked for is not there: `nv4_vi_news`. */
export function newsModuleIn(table: string): string | null {
  return /^\w+?_[a-z]{2}_[\w-]+(?=_detail$)/.exec(table)?.[0] ?? null
}

export function textIn(row: Row | undefined, column: string): string {
  const value = row?.[column]
  return value === null || value === undefined ? '' : String(value).trim()
}

export function numberIn(row: Row | undefined, column: string): number {
  const value = Number(row?.[column] ?? 0)
  return Number.isSafeInteger(value) && value > 0 ? value : 0
}

/** The instant of Unix seconds; null for none. */
export function instantIn(row: Row | undefined, column: string): Date | null {
  const seconds = numberIn(row, column)
  return seconds > 0 && seconds < 4_102_444_800 ? new Date(seconds * 1000) : null
}
