import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase, testDatabase } from '../../../tests/support/database.ts'
import { migrateJobs } from '../jobs.ts'
import { applyMigration, listMigrations, migrate } from '../migrate.ts'
import { diskStorage, newStorageKey } from '../storage.ts'
import { type BackupOptions, backupToFile } from './backup.ts'
import { type ArchiveSource, archiveIn } from './open-archive.ts'
import { bringForward, restoreArchive, verifyArchive } from './restore.ts'
import { openSession } from './session.ts'

const folder = mkdtempSync(join(tmpdir(), 'congdan-restore-'))
const archive = join(folder, 'town.tar.gz')
const units = [
  { id: '00000000-0000-4000-8000-000000000001', name: 'Phường Long Thủy' },
  { id: '00000000-0000-4000-8000-000000000002', name: 'Phường Thác Mơ' },
]
let options: BackupOptions
let townUrl: string
let dataDir: string
let clients: pg.Client[] = []

/** A connection for the test alone, under a name that is no server's. */
async function session(url: string): Promise<pg.Client> {
  const client = await openSession(url)
  clients.push(client)
  return client
}

async function run(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await (await session(url)).query(sql, values)).rows
}

async function fill(url: string): Promise<void> {
  await run(
    url,
    `insert into authorities (id, slug, name, short_name, code_prefix, tier, valid_from) values (1, 'phuoc-long', 'UBND', 'PL', 'PL', 'town', '2009-08-11')`,
  )
  for (const { id, name } of units)
    await run(
      url,
      `insert into units (authority_id, id, name, short_name, kind, valid_from) values (1, $1, $2, $2, 'ward', '2009-08-11')`,
      [id, name],
    )
}

beforeAll(async () => {
  townUrl = (await testDatabase()).url
  await fill(townUrl)
  const storage = await diskStorage(join(folder, 'files'))
  for (const words of ['một', 'hai']) await storage.put(newStorageKey(), Buffer.from(words))
  mkdirSync(join(folder, 'secrets'))
  writeFileSync(join(folder, 'secrets', 'app-key'), 'khóa của máy chủ')
  writeFileSync(join(folder, 'secrets', 'app-key.1234.ab'), 'half written')
  options = { url: townUrl, storage, secretsDir: join(folder, 'secrets'), recipients: [] }
  await backupToFile(options, archive)
})
beforeEach(() => {
  dataDir = mkdtempSync(join(folder, 'target-'))
})
afterEach(async () => {
  for (const client of clients) await client.end()
  clients = []
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const target = (url: string) => ({ url, filesDir: join(dataDir, 'files'), secretsDir: join(dataDir, 'secrets') })

async function restore(url: string, open: ArchiveSource = archiveIn(archive, undefined), then: ArchiveSource = open): Promise<void> {
  await restoreArchive(then, await verifyArchive(open), target(url))
}

/** Nothing of ours: no table, no queue, no file. */
async function expectUntouched(url: string): Promise<void> {
  const left = await run(
    url,
    `select nspname || '.' || relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname in ('public', 'graphile_worker')`,
  )
  expect(left).toEqual([])
  expect(readdirSync(dataDir).filter((name) => name !== 'secrets')).toEqual([])
  if (existsSync(join(dataDir, 'secrets'))) expect(readdirSync(join(dataDir, 'secrets'))).toEqual([])
}

describe('a backup', () => {
  test('is for the owner alone, never overwrites, and leaves nothing half written', async () => {
    expect(statSync(archive).mode & 0o777).toBe(0o600)
    await expect(backupToFile(options, archive)).rejects.toMatchObject({ code: 'out_exists', what: archive })
    const broken = { ...options, storage: { ...options.storage, list: () => failing() } }
    await expect(backupToFile(broken, join(folder, 'broken.tar.gz'))).rejects.toThrow('the disk is gone')
    expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual([])

    // biome-ignore lint/correctness/useYield: it breaks off before the first
    async function* failing(): AsyncGenerator<never> {
      throw new Error('the disk is gone')
    }
  })

  test('goes on without a file that was deleted meanwhile', async () => {
    const gone = { ...options, storage: { ...options.storage, get: async () => undefined } }
    const file = join(folder, 'without-files.tar.gz')
    await backupToFile(gone, file)
    expect((await verifyArchive(archiveIn(file, undefined))).manifest.files).toEqual({ count: 0, bytes: 0 })
  })

  test('is refused without the keys of the server, and from a database that is not ours', async () => {
    const file = join(folder, 'never.tar.gz')
    await expect(backupToFile({ ...options, secretsDir: join(folder, 'nowhere') }, file)).rejects.toMatchObject({ code: 'no_secrets' })
    await expect(backupToFile({ ...options, url: await emptyDatabase() }, file)).rejects.toMatchObject({ code: 'database_unprepared' })
    await expect(backupToFile({ ...options, recipients: ['age1x'] }, file)).rejects.toMatchObject({ code: 'recipient_wrong' })
    expect(readdirSync(folder).filter((name) => name.startsWith('never'))).toEqual([])
  })

  test('does not stand in the way of a migration', async () => {
    const slow = { ...options, storage: { ...options.storage, list: () => listing() } }
    let migrated: string[] | undefined
    await backupToFile(slow, join(folder, 'slow.tar.gz'))
    expect(migrated).toEqual([])

    // biome-ignore lint/correctness/useYield: it has no file to name
    async function* listing(): AsyncGenerator<never> {
      migrated = await migrate(townUrl)
    }
  })
})

describe('a restore', () => {
  test('goes into a database with nothing in it', async () => {
    const url = await emptyDatabase()
    await restore(url)
    expect(await run(url, 'select id, name from units order by id')).toEqual(units)
    expect(readFileSync(join(dataDir, 'secrets', 'app-key'), 'utf8')).toBe('khóa của máy chủ')
    expect(readdirSync(join(dataDir, 'secrets'))).toEqual(['app-key'])
    expect(statSync(join(dataDir, 'secrets', 'app-key')).mode & 0o777).toBe(0o600)
  })

  test('goes into one that was migrated and never used', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    await restore(url)
    expect(await run(url, 'select id, name from units order by id')).toEqual(units)
  })

  test('keeps another key that lay there', async () => {
    mkdirSync(join(dataDir, 'secrets'))
    writeFileSync(join(dataDir, 'secrets', 'app-key'), 'khóa khác')
    await restore(await emptyDatabase())
    expect(readFileSync(join(dataDir, 'secrets', 'app-key'), 'utf8')).toBe('khóa của máy chủ')
    expect(readFileSync(join(dataDir, 'secrets', 'app-key.before-restore-1'), 'utf8')).toBe('khóa khác')
  })

  test('of an older version is brought forward', async () => {
    const old = await emptyDatabase()
    const client = await session(old)
    for (const migration of listMigrations().slice(0, 3)) await applyMigration(client, migration)
    await migrateJobs(old)
    await fill(old)
    const file = join(folder, 'old.tar.gz')
    await backupToFile({ ...options, url: old }, file)

    const url = await emptyDatabase()
    await restore(url, archiveIn(file, undefined))
    expect(await bringForward(url)).toEqual(
      listMigrations()
        .slice(3)
        .map(({ name }) => name),
    )
    expect(await run(url, 'select id, name from units order by id')).toEqual(units)
    // Into tables of this version it would not fit.
    const ahead = await emptyDatabase()
    await migrate(ahead)
    rmSync(dataDir, { recursive: true })
    await expect(restore(ahead, archiveIn(file, undefined))).rejects.toMatchObject({ code: 'database_ahead' })
  })

  test('leaves out a table of somebody else, and says so', async () => {
    const crowded = (await testDatabase()).url
    await fill(crowded)
    await run(crowded, 'create table other_program as select 1 as n')
    const file = join(folder, 'crowded.tar.gz')
    await backupToFile({ ...options, url: crowded }, file)
    const open = archiveIn(file, undefined)
    const said: unknown[] = []
    const url = await emptyDatabase()
    await restoreArchive(open, await verifyArchive(open), target(url), (step) => said.push(step))
    expect(said).toContainEqual({ step: 'foreign', table: 'other_program' })
    expect(await run(url, 'select id, name from units order by id')).toEqual(units)
  })
})

describe('a restore is refused, and changes nothing,', () => {
  test('where there are rows', async () => {
    const url = (await testDatabase()).url
    await fill(url)
    await expect(restore(url)).rejects.toMatchObject({ code: 'database_not_empty', what: 'authorities' })
    expect(await run(url, 'select id, name from units order by id')).toEqual(units)
    expect(readdirSync(dataDir)).toEqual([])
  })

  test('where there are files', async () => {
    const url = await emptyDatabase()
    await (await diskStorage(join(dataDir, 'files'))).put(newStorageKey(), Buffer.from('của người khác'))
    await expect(restore(url)).rejects.toMatchObject({ code: 'files_not_empty' })
    expect(await run(url, `select 1 from pg_tables where schemaname = 'public'`)).toEqual([])
    expect(readdirSync(join(dataDir, 'files'))).toHaveLength(2)
  })

  test('where a server is connected', async () => {
    const url = await emptyDatabase()
    await run(url, `select set_config('application_name', 'congdan', false)`)
    await expect(restore(url)).rejects.toMatchObject({ code: 'database_in_use' })
    await expectUntouched(url)
  })
})

describe('a restore that fails on the way leaves the database empty and the folders as they were:', () => {
  /** The archive as it was when it was proven, but broken when it is read again. */
  const brokenAt = (kind: string, error: Error): ArchiveSource =>
    async function* () {
      for await (const entry of archiveIn(archive, undefined)()) {
        if (entry.kind === kind) throw error
        yield entry
      }
    }

  test.each(['secret', 'table', 'sequences', 'file', 'end'])('broken off before the first entry of the kind %s', async (kind) => {
    const url = await emptyDatabase()
    const open = archiveIn(archive, undefined)
    await expect(restore(url, open, brokenAt(kind, new Error('the disk is gone')))).rejects.toThrow('the disk is gone')
    await expectUntouched(url)
    await restore(url)
    expect(await run(url, 'select id, name from units order by id')).toEqual(units)
  })

  test('rows that refer to nothing', async () => {
    const url = await emptyDatabase()
    const without: ArchiveSource = async function* () {
      for await (const entry of archiveIn(archive, undefined)()) if (!('name' in entry && entry.name === 'authorities')) yield entry
    }
    await expect(restore(url, archiveIn(archive, undefined), without)).rejects.toMatchObject({ code: 'damaged', what: 'authorities' })
    await expectUntouched(url)
  })

  test('a file that another hand puts in the way at the last moment', async () => {
    const url = await emptyDatabase()
    mkdirSync(join(dataDir, 'secrets'))
    writeFileSync(join(dataDir, 'secrets', 'app-key'), 'khóa khác')
    // A folder where the new key must go: the last step before the commit fails.
    const late: ArchiveSource = async function* () {
      for await (const entry of archiveIn(archive, undefined)()) {
        if (entry.kind === 'end') {
          rmSync(join(dataDir, 'secrets', 'app-key'))
          mkdirSync(join(dataDir, 'secrets', 'app-key', 'in-the-way'), { recursive: true })
        }
        yield entry
      }
    }
    await expect(restore(url, archiveIn(archive, undefined), late)).rejects.toThrow('EISDIR')
    expect(existsSync(join(dataDir, 'files'))).toBe(false)
    expect(readdirSync(join(dataDir, 'secrets'))).toEqual(['app-key'])
    expect(await run(url, `select 1 from pg_tables where schemaname in ('public', 'graphile_worker')`)).toEqual([])
  })
})
