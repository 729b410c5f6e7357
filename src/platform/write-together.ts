import { createHash } from 'node:crypto'
import type { CompiledQuery, Insertable } from 'kysely'
import type { Database, Db } from './database.ts'

/** A value that the database works out: the text holds `?` where the parameter goes. */
export interface Worked {
  sql: string
  value: unknown
}

/** `worked("to_tsvector('simple', ?)", words)` */
export function worked(sql: string, value: unknown): Worked {
  return { sql, value }
}

type Row<Table extends keyof Database> = { [Column in keyof Insertable<Database[Table]>]: Insertable<Database[Table]>[Column] | Worked }

/** Rows for one table, all with the same columns. */
export interface Write {
  table: string
  rows: readonly Readonly<Record<string, unknown>>[]
  /** What follows `on conflict`. */
  conflict: string | null
}

/** Rows to be written, checked against the table's type. */
export function rowsFor<Table extends keyof Database & string>(
  table: Table,
  rows: readonly Row<Table>[],
  conflict: string | null = null,
): Write {
  return { table, rows: rows as readonly Record<string, unknown>[], conflict }
}

/**
 * Inserts into several tables in one statement: one round trip, and all or nothing even without a transaction around it.
 * References between the rows are checked at the end of the statement; no part sees what another one wrote.
 * @param once for a statement of many rows, whose text will not come again: it is not kept prepared
 */
export async function writeTogether(db: Db, writes: readonly Write[], { once = false }: { once?: boolean } = {}): Promise<void> {
  const parameters: unknown[] = []
  const parts = writes.filter(({ rows }) => rows.length > 0).map((write) => insertText(write, parameters))
  if (parts.length === 0) return
  const text = parts.length === 1 ? parts[0]! : `with ${parts.map((part, place) => `p${place} as (${part})`).join(', ')} select 1`
  await (once ? db.executeQuery({ ...bare, sql: text, parameters } as unknown as CompiledQuery) : runPrepared(db, text, parameters))
}

/** Runs a statement that will come again with other parameters: parsed and planned once a connection. */
export async function runPrepared<Row>(db: Db, text: string, parameters: readonly unknown[]): Promise<Row[]> {
  const { rows } = await db.executeQuery({ ...bare, sql: prepared(text), parameters } as unknown as CompiledQuery<Row>)
  return rows
}

function insertText({ table, rows, conflict }: Write, parameters: unknown[]): string {
  const columns = Object.keys(rows[0]!)
  const values = rows.map((row) => `(${columns.map((column) => placeOf(row[column], parameters)).join(', ')})`)
  const names = columns.map((column) => `"${column}"`).join(', ')
  return `insert into "${table}" (${names}) values ${values.join(', ')}${conflict ? ` on conflict ${conflict}` : ''}`
}

function placeOf(value: unknown, parameters: unknown[]): string {
  const given = isWorked(value) ? value : { sql: '?', value }
  if (!given.sql.includes('?')) return given.sql
  parameters.push(given.value)
  return given.sql.replace('?', `$${parameters.length}`)
}

export function isWorked(value: unknown): value is Worked {
  return typeof value === 'object' && value !== null && 'sql' in value && 'value' in value
}

/** What Kysely asks of a query besides its text and parameters. */
const bare = { query: { kind: 'RawNode', sqlFragments: [], parameters: [] }, queryId: { queryId: 'together' } }

/** Names by statement; few, since the text holds no values. */
const names = new Map<string, string>()

/**
 * A long statement is parsed and planned once a connection: node-postgres prepares what has a name. Kysely hands its `sql` through to
 * node-postgres unread, and that takes a text or `{ name, text }` in the same place.
 */
function prepared(text: string): unknown {
  let name = names.get(text)
  if (!name) {
    name = `together_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    names.set(text, name)
  }
  return { name, text }
}
