import pg from 'pg'

/** Written and read the same way whatever the server, its settings and its version; as long as it takes; and no row hidden in silence. */
const settings = {
  client_encoding: 'UTF8',
  datestyle: 'ISO, MDY',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  extra_float_digits: '3',
  bytea_output: 'hex',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  row_security: 'off',
}

/** Opens a connection of its own for a backup or a restore. */
export async function openSession(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'congdan-backup' })
  // A connection that breaks is told to the query in hand; without a listener the process would end.
  client.on('error', () => undefined)
  await client.connect()
  for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, false)', [name, value])
  return client
}

/** A name as SQL takes it. */
export function quoted(...names: string[]): string {
  return names.map((name) => pg.escapeIdentifier(name)).join('.')
}

export interface TableShape {
  name: string
  /** Without generated columns: they come by themselves. */
  columns: string[]
}

/** Every table of the product: those in the schema of the connection that no extension brought, with names as our migrations write them. */
export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname ~ '^[a-z_][a-z0-9_]*$'
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     group by c.oid order by c.relname collate "C"`,
  )
  return rows
}
