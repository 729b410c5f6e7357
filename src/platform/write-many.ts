import type { Db } from './database.ts'
import { isWorked, runPrepared, type Worked, type Write } from './write-together.ts'

/**
 * Inserts many rows into several tables in one statement, as `writeTogether` does for few. The rows of a table go as one JSON parameter, so
 * the text is the same for any number of them and is prepared once. Values that the database works out must be worked out in the same
 * way in every row of a table.
 */
export async function writeMany(db: Db, writes: readonly Write[]): Promise<void> {
  const parameters: string[] = []
  const parts = gather(writes).map((write, place) => `p${place} as (${insertText(write, parameters)})`)
  if (parts.length > 0) await runPrepared(db, `with ${parts.join(', ')} select 1`, parameters)
}

/** The writes of one table become one; what is inserted otherwise than the rest stays apart. */
function gather(writes: readonly Write[]): Write[] {
  const gathered = new Map<string, { table: string; rows: Write['rows'][number][]; conflict: string | null }>()
  for (const { table, rows, conflict } of writes) {
    if (rows.length === 0) continue
    const key = `${table}(${Object.keys(rows[0]!).join()})${conflict}`
    const one = gathered.get(key)
    if (one) one.rows.push(...rows)
    else gathered.set(key, { table, rows: [...rows], conflict })
  }
  return [...gathered.values()]
}

function insertText({ table, rows, conflict }: Write, parameters: string[]): string {
  const columns = Object.entries(rows[0]!)
  parameters.push(JSON.stringify(rows.map(plainRow)))
  const names = columns.map(([column]) => `"${column}"`).join(', ')
  const values = columns.map(([column, value]) => (isWorked(value) ? workedText(column, value) : `r."${column}"`)).join(', ')
  const from = `jsonb_array_elements($${parameters.length}::jsonb) e (v), jsonb_populate_record(null::"${table}", e.v) r`
  return `insert into "${table}" (${names}) select ${values} from ${from}${conflict ? ` on conflict ${conflict}` : ''}`
}

/** Under a name that is no column: the table's own type must not be asked to read it. */
const workedKey = (column: string) => `?${column}`

function workedText(column: string, { sql }: Worked): string {
  return sql.replace('?', () => `(e.v ->> '${workedKey(column)}')`)
}

function plainRow(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => (isWorked(value) ? [workedKey(column), value.value] : [column, plain(value)])),
  )
}

function plain(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value
}
