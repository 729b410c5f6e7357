import { sql } from 'kysely'
import type { Db } from '../../src/platform/database.ts'

async function tablesOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db)
  return rows.map((row) => row.name)
}

/** Visits are counted each second, whatever was asked: a page that refuses is a page that was seen. */
const counters = new Set(['online_minutes', 'open_visits', 'open_visit_views', 'view_totals', 'visit_batches', 'visit_totals'])

/** Rows of every table but the counters of visits: what a refusal must leave as it was. */
export async function rowCounts(db: Db): Promise<Record<string, number>> {
  const tables = (await tablesOf(db)).filter((table) => !counters.has(table))
  const parts = tables.map((table) => sql`select ${table} as name, count(*)::int as n from ${sql.table(table)}`)
  const { rows } = await sql<{ name: string; n: number }>`${sql.join(parts, sql` union all `)}`.execute(db)
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

/** Every row of these tables (all of them by default) as PostgreSQL writes it: where a secret or a telephone number would be found. */
export async function everythingStored(db: Db, tables?: readonly string[]): Promise<string> {
  const parts: string[] = []
  for (const table of tables ?? (await tablesOf(db))) {
    const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.table(table)} t order by 1`.execute(db)
    parts.push(...rows.map((row) => `${table} ${row.line}`))
  }
  return parts.join('\n')
}
