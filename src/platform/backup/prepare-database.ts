import type pg from 'pg'
import { applyMigration, listMigrations, type Migration, productVersion } from '../migrate.ts'
import type { Header } from './format.ts'
import { BackupRefused } from './refusal.ts'
import { listTables, quoted } from './session.ts'

/**
 * Whether this program knows every migration of the archive.
 * @throws BackupRefused when the archive is of a newer program, or a migration was edited
 */
export function migrationsOf(header: Header): Migration[] {
  const known = new Map(listMigrations().map((migration) => [migration.name, migration]))
  return header.migrations.map(({ name, sha256 }) => {
    const migration = known.get(name)
    if (!migration) throw new BackupRefused('newer_version', `${header.product} > ${productVersion()}, ${name}`)
    if (migration.sha256 !== sha256) throw new BackupRefused('migration_changed', name)
    return migration
  })
}

/** Refuses a database with any row in it, one that a newer program prepared, and one that a server is using. */
export async function refuseUnlessEmpty(client: pg.Client, header: Header): Promise<void> {
  const others = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'congdan' and pid <> pg_backend_pid()`,
  )
  if (others.rows[0]!.n > 0) throw new BackupRefused('database_in_use')
  const tables = await listTables(client)
  for (const { name } of tables) {
    if (name === 'migrations') continue
    await client.query(`lock table ${quoted(name)} in access exclusive mode`)
    const found = await client.query(`select from ${quoted(name)} limit 1`)
    if (found.rowCount) throw new BackupRefused('database_not_empty', name)
  }
  const expected = new Set(header.migrations.map(({ name }) => name))
  const beyond = (await ranMigrations(client)).find((name) => !expected.has(name))
  if (beyond) throw new BackupRefused('database_ahead', beyond)
}

/** Brings the empty database to the very shape of the archive, in the caller's transaction. */
export async function migrateTo(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  const ran = new Set(await ranMigrations(client))
  for (const migration of migrations) if (!ran.has(migration.name)) await applyMigration(client, migration)
}

async function ranMigrations(client: pg.Client): Promise<string[]> {
  const there = await client.query(`select where to_regclass('migrations') is not null`)
  if (!there.rowCount) return []
  return (await client.query<{ name: string }>('select name from migrations')).rows.map(({ name }) => name)
}

/**
 * What the archive's tables are here.
 * @returns columns by table, and the tables that are not the product's: a table of somebody else's that lay in the same schema
 */
export async function matchTables(client: pg.Client, header: Header): Promise<{ columns: Map<string, string[]>; foreign: string[] }> {
  const here = new Map((await listTables(client)).map(({ name, columns }) => [name, columns]))
  const columns = new Map<string, string[]>()
  const foreign: string[] = []
  for (const table of header.tables) {
    const ours = here.get(table.name)
    if (!ours) foreign.push(table.name)
    else if (ours.toSorted().join() !== table.columns.toSorted().join()) throw new BackupRefused('schema_differs', table.name)
    else columns.set(table.name, table.columns)
  }
  const missing = [...here.keys()].find((name) => !columns.has(name))
  if (missing) throw new BackupRefused('schema_differs', missing)
  return { columns, foreign }
}
