import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { grantApplication } from './application-role.ts'
import { migrateJobs } from './jobs.ts'

/** The project's root, from the source tree and from the built bundle alike. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'db', 'migrations'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('db/migrations was not found above the program. Run it from a full checkout.')
    folder = parent
  }
  return folder
}

/** Advisory lock, any number: one process migrates at a time, and none while a backup looks at the shape of the tables. */
export const isMigrating = 720_311

export interface Migration {
  name: string
  sql: string
  sha256: string
}

/** Version of this program, from its package.json. */
export function productVersion(): string {
  return (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version
}

/** Every migration that this program knows, in the order of their names. */
export function listMigrations(folder = join(projectRoot(), 'db', 'migrations')): Migration[] {
  const names = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  return names.toSorted().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Runs the migrations that this database has not seen, in the order of their names, each in a transaction of its own.
 * @returns the names that ran now
 * @throws when a migration that already ran has been edited since: history is only added to
 */
export async function migrate(url: string, folder = join(projectRoot(), 'db', 'migrations')): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [isMigrating])
    await client.query(createTable)
    const seen = new Map(
      (await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations')).rows.map((row) => [
        row.name,
        row.sha256,
      ]),
    )
    const ran: string[] = []
    for (const migration of listMigrations(folder)) {
      const before = seen.get(migration.name)
      if (before === migration.sha256) continue
      if (before) throw new Error(`The migration ${migration.name} was changed after it ran. Restore it and write a new one instead.`)
      await runOne(client, migration)
      ran.push(migration.name)
    }
    await migrateJobs(url)
    await grantApplication(client)
    return ran
  } finally {
    await client.end()
  }
}

async function runOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await applyMigration(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${migration.name} failed and was rolled back: ${(error as Error).message}`, { cause: error })
  }
}

const createTable =
  'create table if not exists migrations (name text primary key, sha256 text not null, ran_at timestamptz not null default now())'

/** Runs one migration and notes it, in the caller's transaction. */
export async function applyMigration(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query(createTable)
  await client.query(sql)
  await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
}
