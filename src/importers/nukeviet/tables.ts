import type { Row } from './staged-rows.ts'

/** Where the portal keeps its tables. */
export interface Source {
  /** `nv4` unless the portal was set up otherwise. */
  prefix: string
  /** Language of the portal. */
  language: string
  /** Name of the news module; a portal may have several. */
  module: string
  /** Host of the portal, `phuoclong.gov.vn`: links to it lead to this site. Null: unknown. */
  host: string | null
}

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
export function readTables({ prefix, language, module }: Source): Map<string, Table> {
  const common = `${prefix}_${language}`
  const news = `${common}_${module}`
  const comment: Table = {
    name: 'comment',
    keyOf: by('cid'),
    columns: commentColumns,
    elsewhere: (row) => (textIn(row, 'module') === module ? null : `comment (${textIn(row, 'module')})`),
  }
  return new Map<string, Table>([
    [`${news}_cat`, { name: `${module}_cat`, keyOf: by('catid') }],
    [`${news}_rows`, { name: `${module}_rows`, keyOf: by('id') }],
    [`${news}_detail`, { name: `${module}_detail`, keyOf: by('id') }],
    [`${news}_sources`, { name: `${module}_sources`, keyOf: by('sourceid') }],
    [`${news}_tags_id`, { name: `${module}_tags_id`, keyOf: by('id', 'tid') }],
    [`${common}_comment`, comment],
    // Before NukeViet 4.1.
    [`${common}_comments`, comment],
    [`${common}_voting`, { name: 'voting', keyOf: by('vid') }],
    [`${common}_voting_rows`, { name: 'voting_rows', keyOf: by('vid', 'id') }],
    [`${prefix}_counter`, { name: 'counter', keyOf: by('c_type', 'c_val') }],
  ])
}

/** Tables whose rows are only counted: there is no place for them here yet. */
export function countedTables({ prefix, language }: Source): Map<string, string> {
  const common = `${prefix}_${language}`
  return new Map([
    [`${common}_page`, 'page'],
    [`${common}_about`, 'about'],
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
