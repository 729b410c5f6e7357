import type { Connection, RowDataPacket } from 'mysql2'
import { type DatabaseAddress, placeOf } from './database-address.ts'
import type { DumpRow } from './read-dump.ts'
import { type SourceFault, SourceUnreadable } from './source-unreadable.ts'
import type { SqlValue } from './sql-values.ts'

/** Rows that wait between the server and us. */
const ROWS_AHEAD = 50
const CONNECT_TIMEOUT_MS = 15_000
/** A server gives up on a reader that takes nothing for so long. */
const SLOW_READER_SECONDS = 600

/**
 * Rows of a portal's MariaDB or MySQL, table by table as they come. The session is read-only, and asks for nothing but rows; tables of
 * InnoDB are read as they were at one moment, those of MyISAM (NukeViet's own) have no such moment.
 * @throws SourceUnreadable
 */
export async function* readDatabase(address: DatabaseAddress, isWanted: (table: string) => boolean): AsyncGenerator<DumpRow> {
  const connection = await open(address)
  try {
    await ask(connection, 'set session transaction read only')
    await ask(connection, `set session net_write_timeout = ${SLOW_READER_SECONDS}`)
    await ask(connection, 'start transaction with consistent snapshot')
    const tables = await ask(
      connection,
      "select table_name as name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'",
    )
    for (const { name } of tables) {
      if (!isWanted(String(name))) continue
      const rows = connection.query(`select * from \`${String(name).replaceAll('`', '``')}\``).stream({ highWaterMark: ROWS_AHEAD })
      for await (const row of rows as AsyncIterable<RowDataPacket>) yield { table: String(name), row: rowOf(row) }
    }
  } catch (error) {
    throw faultOf(error, address)
  } finally {
    connection.destroy()
  }
}

async function open({ host, port, socketPath, user, password, database, tls }: DatabaseAddress): Promise<Connection> {
  // Only who reads a live database loads its client.
  const { createConnection } = await import('mysql2')
  const connection = createConnection({
    ...(socketPath ? { socketPath } : { host, port }),
    user,
    password: password ?? '',
    database,
    charset: 'utf8mb4',
    connectTimeout: CONNECT_TIMEOUT_MS,
    dateStrings: true,
    jsonStrings: true,
    supportBigNumbers: true,
    // Code is not made from what a server sends; nor are files of ours sent to it.
    disableEval: true,
    flags: ['-LOCAL_FILES'],
    ...(tls ? { ssl: {} } : {}),
  })
  // An error between two questions belongs to the next question, and is thrown there.
  connection.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(faultOf(error, { host, port, socketPath, user, password, database, tls })) : resolve()))
  })
  return connection
}

function ask(connection: Connection, sql: string): Promise<RowDataPacket[]> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error: Error | null, rows: RowDataPacket[]) => (error ? reject(error) : resolve(rows)))
  })
}

/** The same values as a dump has: texts, numbers and nothing. */
function rowOf(row: RowDataPacket): Record<string, SqlValue> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, sqlValueOf(value)]))
}

function sqlValueOf(value: unknown): SqlValue {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value
  return Buffer.isBuffer(value) ? value.toString('utf8') : String(value)
}

const faults: Readonly<Record<string, SourceFault>> = {
  ECONNREFUSED: 'database_unreachable',
  ENOTFOUND: 'database_unreachable',
  EAI_AGAIN: 'database_unreachable',
  ETIMEDOUT: 'database_unreachable',
  EHOSTUNREACH: 'database_unreachable',
  ENETUNREACH: 'database_unreachable',
  ENOENT: 'database_unreachable',
  ER_ACCESS_DENIED_ERROR: 'database_denied',
  ER_DBACCESS_DENIED_ERROR: 'database_denied',
  ER_TABLEACCESS_DENIED_ERROR: 'database_denied',
  ER_BAD_DB_ERROR: 'database_unknown',
}

/** What went wrong, as a code of ours; of the client's own message only its code is kept. */
function faultOf(error: unknown, address: DatabaseAddress): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code === null) return error
  const fault = faults[code]
  return new SourceUnreadable(fault ?? 'database_failed', fault ? placeOf(address) : `${placeOf(address)} (${code})`)
}
