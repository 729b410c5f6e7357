import { listTables, openSession, quoted } from '../../src/platform/backup/session.ts'

export interface WholeDatabase {
  /** Every row of every table as text, in order. */
  rows: Record<string, string[]>
  /** What waits in the queue. */
  jobs: unknown[]
  sequences: unknown[]
  /** Definitions of indexes, constraints and triggers. */
  guards: string[]
}

/** All that a restore must bring back. */
export async function readWhole(url: string): Promise<WholeDatabase> {
  const client = await openSession(url)
  try {
    const rows: WholeDatabase['rows'] = {}
    for (const { name } of await listTables(client)) {
      const found = await client.query<{ row: string }>(`select t::text as row from ${quoted(name)} t order by t::text collate "C"`)
      rows[name] = found.rows.map(({ row }) => row)
    }
    const jobs = await client.query(
      `select j.task_identifier, p.payload, j.queue_name, j.run_at, j.max_attempts, j.attempts, j.key, j.priority, j.flags, j.locked_at
       from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
       where j.attempts < j.max_attempts order by j.key, p.payload::text`,
    )
    const sequences = await client.query(
      `select sequencename, last_value from pg_sequences where schemaname = current_schema() order by sequencename collate "C"`,
    )
    const guards = await client.query<{ definition: string }>(
      `select definition from (
         select indexdef as definition from pg_indexes where schemaname = current_schema()
         union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
           from pg_constraint where connamespace = current_schema()::regnamespace
         union all select t.tgenabled::text || ' ' || pg_get_triggerdef(t.oid)
           from pg_trigger t join pg_class c on c.oid = t.tgrelid
           where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal
       ) all_of_them order by definition collate "C"`,
    )
    return { rows, jobs: jobs.rows, sequences: sequences.rows, guards: guards.rows.map(({ definition }) => definition) }
  } finally {
    await client.end()
  }
}
