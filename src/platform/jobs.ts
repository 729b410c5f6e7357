import { Logger, type ParsedCronItem, parseCronItems, run, runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import type { Trx } from './database.ts'

/** Work that is done apart from a request: after commit, in any worker process, again if it failed. */
export interface Job {
  name: string
  /** Minute pattern in UTC (`0 19 * * *` is two in the morning in Vietnam); absent: only when asked for. */
  cron?: string
  /** Done when a worker is back, if it was down at its time: so much later at most, ms. */
  makeUpMs?: number
  /** In all worker processes together, never twice at once. */
  alone?: true
  run: (payload: Record<string, unknown>) => Promise<void>
}

export interface JobLog {
  info: (details: object, message: string) => void
  error: (details: object, message: string) => void
}

/** Makes the tables of the job queue. */
export async function migrateJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: quiet })
}

/**
 * Asks for a job inside the caller's transaction: it runs only if that commits. The same key again replaces what waits.
 * @param runAt not before this instant; absent: at once
 */
export async function addJob(
  trx: Trx,
  name: string,
  payload: Record<string, unknown>,
  key: string | null = null,
  runAt?: Date,
): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${key}, run_at := ${runAt?.toISOString() ?? null}::timestamptz, max_attempts := 25)`.execute(
    trx,
  )
}

/** Works until `stop`, which waits for the jobs in hand. */
export async function startWorker(url: string, jobs: readonly Job[], log: JobLog): Promise<{ stop: () => Promise<void> }> {
  const runner = await run({
    connectionString: url,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ message }, 'job queue')
    }),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, task(job, log)])),
    parsedCronItems: cronOf(jobs),
  })
  // A queue that breaks is said aloud; its process goes on serving pages.
  runner.promise.catch((error) => log.error({ err: error }, 'the job queue stopped'))
  return { stop: () => runner.stop() }
}

function task(job: Job, log: JobLog) {
  return async (payload: unknown) => {
    const startedAt = performance.now()
    await job.run((payload ?? {}) as Record<string, unknown>)
    log.info({ job: job.name, ms: Math.round(performance.now() - startedAt) }, 'job done')
  }
}

function cronOf(jobs: readonly Job[]): ParsedCronItem[] {
  return parseCronItems(
    jobs.flatMap(({ name, cron, makeUpMs, alone }) =>
      cron
        ? [
            {
              task: name,
              match: cron,
              identifier: name,
              options: { ...(makeUpMs ? { backfillPeriod: makeUpMs } : {}), ...(alone ? { queueName: name } : {}) },
            },
          ]
        : [],
    ),
  )
}

const quiet = new Logger(() => () => undefined)
