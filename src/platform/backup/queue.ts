import type pg from 'pg'

/**
 * The queue's tables are graphile-worker's own and change with its version, so its work is written down as what was asked for, and asked
 * for again by its public functions. Only work that is still to be done: what ran is gone, what was given up is not tried anew. A job in
 * hand at that moment is free again: its worker's transaction is not in the snapshot either. When the schedule last ran is left out; it
 * begins with the restored server.
 */
export const copyJobs = `copy (
  select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority, j.attempts,
    (select array_agg(flag order by flag) from jsonb_object_keys(coalesce(j.flags, '{}')) flag) as flags
  from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  where j.attempts < j.max_attempts
  order by j.id
) to stdout`

export async function hasQueue(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(`select to_regclass('graphile_worker._private_jobs') is not null as has`)
  return rows[0]!.has
}

/** A place for the jobs until the transaction is sure of them. */
export async function prepareJobs(client: pg.Client): Promise<string> {
  await client.query(
    `create temporary table restored_jobs (
       n bigint generated always as identity, identifier text, payload json, queue_name text, run_at timestamptz, max_attempts integer,
       key text, priority integer, attempts integer, flags text[]
     ) on commit drop`,
  )
  return 'copy restored_jobs (identifier, payload, queue_name, run_at, max_attempts, key, priority, attempts, flags) from stdin'
}

/** Asks for each job once, with the tries it has behind it. @returns how many */
export async function addJobs(client: pg.Client): Promise<number> {
  await client.query(
    `do $$
     declare
       j record;
       added bigint;
     begin
       for j in select * from restored_jobs order by n loop
         select id into strict added
           from graphile_worker.add_job(j.identifier, j.payload, j.queue_name, j.run_at, j.max_attempts, j.key, j.priority, j.flags);
         if j.attempts > 0 then
           perform graphile_worker.reschedule_jobs(array[added], attempts := j.attempts);
         end if;
       end loop;
     end $$`,
  )
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from restored_jobs')
  return rows[0]!.n
}
