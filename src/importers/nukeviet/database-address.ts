/** Where the portal's database is, and as whom it is read. */
export interface DatabaseAddress {
  host: string
  port: number
  /** Path of a socket on this machine, in place of host and port. */
  socketPath: string | null
  user: string
  /** Null: to be asked for. */
  password: string | null
  database: string
  /** The server must show a certificate that this machine trusts. */
  tls: boolean
}

const DEFAULT_PORT = 3306

/**
 * `mysql://user@host:3306/portal`, with `?tls=1` or `?socket=/run/mysqld/mysqld.sock`.
 * @returns null for what is no such address; what was typed may hold a password and is never repeated
 */
export function readDatabaseAddress(typed: string): DatabaseAddress | null {
  let url: URL
  try {
    url = new URL(typed)
  } catch {
    return null
  }
  const parts = [url.username, url.password, url.pathname.slice(1)].map(decoded)
  const [user, password, database] = parts
  if (!['mysql:', 'mariadb:'].includes(url.protocol) || !user || !database || password === null || database.includes('/')) return null
  const unknown = [...url.searchParams.keys()].some((name) => name !== 'tls' && name !== 'socket')
  const tls = url.searchParams.get('tls')
  if (unknown || (tls !== null && tls !== '1' && tls !== '0')) return null
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1') || 'localhost',
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
    socketPath: url.searchParams.get('socket'),
    user,
    password: password || null,
    database,
    tls: tls === '1',
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** As it is shown to people: without user and password. */
export function placeOf({ host, port, socketPath, database }: DatabaseAddress): string {
  return `${socketPath ?? `${host.includes(':') ? `[${host}]` : host}:${port}`}/${database}`
}
