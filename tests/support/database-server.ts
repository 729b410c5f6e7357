import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { takeDataDir } from '../../src/platform/embedded-postgres/start-lock.ts'
import { stopAllIn } from '../../src/platform/embedded-postgres/stop-postmaster.ts'
import { migrate } from '../../src/platform/migrate.ts'

const folderPrefix = 'congdan-test-server-'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the server's `postgres` database, where clones are made. */
    databaseServer: string
    /** Name of the migrated database that each test file clones. */
    templateDatabase: string
  }
}

/** One database server a run, without fsync, with a migrated template. TEST_DATABASE_URL names another server, TEST_POSTGRES_BIN other programs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? { url: given, stop: async () => undefined } : await startServer()
  const templateDatabase = `congdan_template_${process.pid}_${project.name}`
  const databaseServer = databaseAt(server.url, 'postgres')
  await run(databaseServer, `create database ${templateDatabase} template template0`)
  await migrate(databaseAt(server.url, templateDatabase))
  project.provide('databaseServer', databaseServer)
  project.provide('templateDatabase', templateDatabase)
  return async () => {
    await run(databaseServer, `drop database if exists ${templateDatabase} with (force)`)
    await server.stop()
  }
}

/** What runs that were killed left behind: their server is stopped, their folder removed. */
async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name)
    try {
      // A run that starts this moment has its folder before its lock.
      if (Date.now() - statSync(folder).mtimeMs < 60_000) continue
      takeDataDir(folder)
      await stopAllIn(join(folder, 'postgres', 'data'))
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // In use by another run, or another person's: not ours to touch.
    }
  }
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  await sweepLeftovers()
  const dataDir = mkdtempSync(join(tmpdir(), folderPrefix))
  // Run as root the database is another user, who must get in.
  chmodSync(dataDir, 0o711)
  const bin = process.env['TEST_POSTGRES_BIN']
  const server = await startEmbeddedPostgres({ dataDir, durable: false, log: () => undefined, ...(bin ? { bin } : {}) })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The same server, another database. */
export function databaseAt(url: string, database: string): string {
  return url.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, `$1${database}`)
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
