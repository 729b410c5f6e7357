import type pg from 'pg'
import { quoted } from './session.ts'

interface Trigger {
  table: string
  name: string
  /** How it was enabled: O as usual, A always, R for replicas. */
  enabled: 'O' | 'A' | 'R'
}

interface Definition {
  table: string
  name: string
  sql: string
}

const isOurs = `c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'`
const enabling = { O: 'enable', A: 'enable always', R: 'enable replica' } as const

/**
 * Takes triggers, foreign keys and indexes out of the way of a load, and empties what migrations put into the tables. Rows then come in any
 * order, and each index is built once. All within the caller's transaction: nobody ever sees the tables unguarded, and if it breaks off
 * everything stands as before. Needs the owner of the tables, no superuser.
 * @returns the way back: every foreign key is checked anew
 */
export async function layAside(client: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const triggers = await client.query<Trigger>(
    `select c.relname::text as table, t.tgname::text as name, t.tgenabled as enabled
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where ${isOurs} and not t.tgisinternal and t.tgenabled <> 'D'`,
  )
  const keys = await client.query<Definition>(
    `select c.relname::text as table, k.conname::text as name, pg_get_constraintdef(k.oid) as sql
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where ${isOurs} and k.contype = 'f'`,
  )
  const indexes = await client.query<Definition>(
    `select c.relname::text as table, i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as sql
     from pg_index i join pg_class c on c.oid = i.indrelid
     where ${isOurs} and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  )
  for (const { table, name } of triggers.rows) await client.query(`alter table ${quoted(table)} disable trigger ${quoted(name)}`)
  for (const { table, name } of keys.rows) await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`)
  // `regclass` has quoted the name where it needs quotes.
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
  await client.query(`truncate ${tables.map((table) => quoted(table)).join(', ')}`)

  return async () => {
    for (const { sql } of indexes.rows) await client.query(sql)
    for (const { table, name, sql } of keys.rows) await client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${sql}`)
    for (const { table, name, enabled } of triggers.rows)
      await client.query(`alter table ${quoted(table)} ${enabling[enabled]} trigger ${quoted(name)}`)
  }
}
