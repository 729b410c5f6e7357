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
  const query = { ...parts[0]!, sql: `with ${clauses.join(', ')} select 1`, parameters } as CompiledQuery
  await (db.executeQuery(query) as Promise<QueryResult<unknown>>)
}
