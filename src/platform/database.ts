import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'

/** Each module adds its own tables in its `*.table.ts`. */
export interface Database {}

/** Reads accept either; writes ask for `Trx`, so a write outside a transaction does not compile. */
export type Db = Kysely<Database>
export type Trx = Transaction<Database>

// A `date` stays the day it is, never a midnight somewhere; a bigint is a number (counts stay far below 2^53).
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export interface Connection {
  db: Db
  pool: pg.Pool
  close: () => Promise<void>
}

/** Opens a pool on a PostgreSQL URL (a socket folder may stand in `host=`). */
export function connect(url: string, max = 12): Connection {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'congdan', statement_timeout: 30_000 })
  // An idle connection that breaks is replaced by the pool; without a listener the process would end.
  pool.on('error', () => undefined)
  // The same of one that breaks in the hands of a transaction: whoever holds it hears of it by the next query.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
