import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { commandOf, isRunning, worksIn } from './processes.ts'
import { stopAllIn } from './stop-postmaster.ts'

/** A running database server and the folder of its socket. */
export interface Postmaster {
  pid: number
  socket: string
}

/** Sized for a small machine: 2 cores, a few GB. */
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '80',
  shared_buffers: '192MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '96MB',
  max_wal_size: '1GB',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  cluster_name: 'congdan',
}
/** For tests: safe against killed programs, not against a power cut. */
const careless = { fsync: 'off', full_page_writes: 'off' }

/** What postmaster.pid says, if it is of a server that runs here now. */
export function findPostmaster(data: string): Postmaster | undefined {
  const lines = readPidFile(data)
  const pid = Number(lines?.[0])
  if (!lines || !Number.isSafeInteger(pid) || pid <= 1 || !isRunning(pid)) return undefined
  // Where we may not look (another user's process), the name decides, on the safe side.
  const here = worksIn(pid, data) ?? commandOf(pid).includes('postgres')
  return here && pid !== process.pid ? { pid, socket: lines[4] ?? '' } : undefined
}

/**
 * Removes a postmaster.pid that is of no server here (number used by another program, or a zombie), after its last backends are gone.
 * PostgreSQL would refuse to start on it; a number that is simply free it handles itself.
 */
export async function dropStalePidFile(data: string): Promise<void> {
  if (!readPidFile(data) || findPostmaster(data)) return
  await stopAllIn(data)
  rmSync(join(data, 'postmaster.pid'), { force: true })
}

function readPidFile(data: string): string[] | undefined {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Starts the server in a session of its own, so that Ctrl-C in a terminal reaches us alone and we stop it in order. */
export function spawnPostmaster(place: Place, binaries: Binaries, socket: string, logFile: string, durable: boolean): Promise<Postmaster> {
  const all = { ...settings, ...(durable ? {} : careless), unix_socket_directories: socket }
  const log = openLog(logFile)
  const child = spawn(
    join(binaries.bin, 'postgres'),
    ['-D', place.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...place.user,
      cwd: '/',
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  child.unref()
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('spawn', () => resolve({ pid: child.pid ?? 0, socket }))
  })
}

function openLog(path: string): number {
  try {
    if (statSync(path).size > 5_000_000) renameSync(path, `${path}.1`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return openSync(path, 'a', 0o600)
}

/** Address for node-postgres: over the socket, no password. */
export function addressOf(socket: string, database = 'congdan'): string {
  return `postgresql://congdan@/${database}?host=${encodeURIComponent(socket)}`
}

/** True when the server takes a connection now; "starting up" and "shutting down" are no. */
export async function answers(socket: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: addressOf(socket, 'postgres'), connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Makes the database `congdan` on a new cluster. */
export async function ensureDatabase(socket: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(socket, 'postgres') })
  await client.connect()
  try {
    const found = await client.query("select 1 from pg_database where datname = 'congdan'")
    if (found.rowCount === 0) await client.query('create database congdan')
  } finally {
    await client.end()
  }
}
