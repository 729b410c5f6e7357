import { createHash } from 'node:crypto'
import type { CompiledQuery, QueryResult } from 'kysely'
import type { Db } from './database.ts'

/** Anything Kysely can write into a statement: an insert, an update. */
interface Writable {
  compile: () => CompiledQuery
  execute: () => Promise<unknown>
}

/**
 * Does several independent writes in one statement: one round trip, and all or nothing even without a transaction around it.
 * References between the rows are checked at the end of the statement; no part sees what another one wrote.
 */
export async function writeTogether(db: Db, writes: readonly Writable[]): Promise<void> {
  const parts = writes.map((write) => write.compile())
  const parameters: unknown[] = []
  const clauses = parts.map((part, place) => {
    const before = parameters.length
    parameters.push(...part.parameters)
    // Each part numbers its own parameters from 1.
    return `p${place} as (${part.sql.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + before}`)})`
  })
  const text = `with ${clauses.join(', ')} select 1`
  await (db.executeQuery({ ...parts[0]!, sql: prepared(text), parameters } as CompiledQuery) as Promise<QueryResult<unknown>>)
}

/** Names by statement; few, since the text holds no values. */
const names = new Map<string, string>()

/**
 * A long statement is parsed and planned once a connection: node-postgres prepares what has a name. Kysely hands its `sql` through to
 * node-postgres unread, and that takes a text or `{ name, text }` in the same place.
 */
function prepared(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = `together_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    names.set(text, name)
  }
  return { name, text } as unknown as string
}
