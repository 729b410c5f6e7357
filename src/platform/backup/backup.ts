import { access, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { isMigrating, productVersion } from '../migrate.ts'
import { type Storage, syncFolder } from '../storage.ts'
import { encrypt, encrypterFor } from './age.ts'
import { copyOut } from './copy.ts'
import { FORMAT, HEADER, type Header, logKeyName, nameOf, SEQUENCES, secretName } from './format.ts'
import { copyJobs, hasQueue } from './queue.ts'
import { BackupRefused } from './refusal.ts'
import { seal } from './seal.ts'
import { readSequences } from './sequences.ts'
import { listTables, openSession, quoted, type TableShape } from './session.ts'
import { dataEntry, type Facts, jsonEntry, type NewEntry, writeArchive } from './write-archive.ts'

export interface BackupOptions {
  url: string
  storage: Storage
  /** Folder of the server's own keys: without them filers' secrets and second factors are lost. */
  secretsDir: string
  /** Folder of the public log's signing keys: without them a restored server shows the log and cannot go on with it. */
  logKeysDir?: string
  /** Public keys; none: the archive can be read by whoever has it. */
  recipients: readonly string[]
  now?: () => Date
  /** Called as each part is done. */
  onStep?: (step: BackupStep) => void
}

export type BackupStep =
  | { step: 'snapshot'; tables: number; postgres: string }
  | { step: 'rows'; rows: number; jobs: number }
  | { step: 'files'; count: number; bytes: number }

/** Writes to `FILE.part`, for the owner alone, and renames once every byte is on the disk. @returns bytes written */
export async function backupToFile(options: BackupOptions, file: string): Promise<number> {
  const target = resolve(file)
  if (await exists(target)) throw new BackupRefused('out_exists', file)
  const part = `${target}.part`
  await rm(part, { force: true })
  const output = (await open(part, 'wx', 0o600)).createWriteStream({ flush: true })
  try {
    await backupTo(options, output)
    await rename(part, target)
  } catch (error) {
    output.destroy()
    await rm(part, { force: true })
    throw error
  }
  await syncFolder(dirname(target))
  return output.bytesWritten
}

/** Writes the archive as a stream; it is whole only if this resolves. */
export async function backupTo(options: BackupOptions, output: Writable): Promise<void> {
  const encrypter = options.recipients.length > 0 ? encrypterFor(options.recipients) : undefined
  const secrets = [
    ...(await readSecrets(options.secretsDir)),
    ...(options.logKeysDir ? await readKeys(options.logKeysDir, logKeyName) : []),
  ]
  const client = await openSession(options.url)
  try {
    const archive = seal(archiveOf(options, client, secrets))
    await pipeline(encrypter ? encrypt(encrypter, archive) : archive, output)
  } finally {
    await client.end()
  }
}

type Secrets = { name: string; data: Buffer }[]

async function readSecrets(folder: string): Promise<Secrets> {
  const secrets = await readKeys(folder, secretName)
  if (secrets.length === 0) throw new BackupRefused('no_secrets', folder)
  return secrets
}

async function readKeys(folder: string, form: RegExp): Promise<Secrets> {
  const names = (await exists(folder)) ? (await readdir(folder)).filter((name) => form.test(name)) : []
  return Promise.all(names.toSorted().map(async (name) => ({ name, data: await readFile(join(folder, name)) })))
}

async function* archiveOf(options: BackupOptions, client: pg.Client, secrets: Secrets): AsyncGenerator<Uint8Array> {
  const at = (options.now ?? (() => new Date()))()
  const header = await beginSnapshot(client, at)
  options.onStep?.({ step: 'snapshot', tables: header.tables.length, postgres: header.postgres })
  const facts: Facts = { tables: [], jobs: 0, files: { count: 0, bytes: 0 } }
  yield* writeArchive(entriesOf(options, client, { header, secrets, facts }), () => facts, at)
}

/**
 * One read-only transaction sees the database as it is at one moment, while everybody goes on writing. The tables are locked against a
 * change of their shape, and no migration runs while they are being locked.
 */
async function beginSnapshot(client: pg.Client, at: Date): Promise<Header> {
  await client.query('select pg_advisory_lock_shared($1)', [isMigrating])
  await client.query('begin isolation level repeatable read read only')
  const tables = await listTables(client)
  if (!tables.some(({ name }) => name === 'migrations') || !(await hasQueue(client))) throw new BackupRefused('database_unprepared')
  await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`)
  const migrations = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations order by name')
  const server = await client.query<{ server_version: string }>('show server_version')
  await client.query('select pg_advisory_unlock_shared($1)', [isMigrating])
  return {
    format: FORMAT,
    product: productVersion(),
    madeAt: at.toISOString(),
    postgres: server.rows[0]!.server_version,
    migrations: migrations.rows,
    tables,
  }
}

interface Parts {
  header: Header
  secrets: Secrets
  facts: Facts
}

async function* entriesOf(options: BackupOptions, client: pg.Client, { header, secrets, facts }: Parts): AsyncGenerator<NewEntry> {
  yield jsonEntry(HEADER, header)
  for (const { name, data } of secrets) yield dataEntry(nameOf.secret(name), data)
  for (const table of header.tables) facts.tables.push({ name: table.name, rows: yield* tableEntries(client, table) })
  facts.jobs = yield* copyEntries(client, copyJobs, (part) => nameOf.jobs(part))
  yield jsonEntry(SEQUENCES, await readSequences(client))
  await client.query('commit')
  options.onStep?.({ step: 'rows', rows: facts.tables.reduce((sum, { rows }) => sum + rows, 0), jobs: facts.jobs })
  yield* fileEntries(options.storage, facts.files)
  options.onStep?.({ step: 'files', ...facts.files })
}

function tableEntries(client: pg.Client, { name, columns }: TableShape): AsyncGenerator<NewEntry, number> {
  const list = columns.map((column) => quoted(column)).join(', ')
  return copyEntries(client, `copy ${quoted(name)} (${list}) to stdout`, (part) => nameOf.table(name, part))
}

/** A table in parts, since the length of an entry stands before it. @returns how many rows */
async function* copyEntries(client: pg.Client, sql: string, name: (part: number) => string): AsyncGenerator<NewEntry, number> {
  let [part, rows] = [0, 0]
  for await (const copied of copyOut(client, sql)) {
    part++
    rows += copied.rows
    yield dataEntry(name(part), copied.data)
  }
  return rows
}

/**
 * Files come after the snapshot: a row is written only once its file is safe, so every file that a row of the snapshot names is there, or was
 * deleted together with its row since. Their content never changes.
 */
async function* fileEntries(storage: Storage, count: Facts['files']): AsyncGenerator<NewEntry> {
  for await (const { key } of storage.list()) {
    const found = await storage.get(key)
    if (!found) continue
    count.count++
    count.bytes += found.bytes
    yield { name: nameOf.file(key), bytes: found.bytes, body: found.stream }
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
