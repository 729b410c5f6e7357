import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import { createJobs } from '../../src/jobs.ts'
import type { Job } from '../../src/platform/jobs.ts'
import type { TestApp } from './app.ts'

export const PUBLIC_URL = 'https://congdan.example.vn'

export interface MailWorker {
  /** Does all that is due now, then goes home. */
  work: () => Promise<void>
  /** Does one job by its name, as its hour would. */
  run: (name: string) => Promise<void>
  /** The pause before the next try is over. */
  afterThePause: () => Promise<void>
}

/** Does everything in the queue that is due now. */
export async function runJobs(url: string, jobs: readonly Job[]): Promise<void> {
  await runOnce({
    connectionString: url,
    noHandleSignals: true,
    concurrency: 4,
    logger: new Logger(() => () => undefined),
    // With a batch, even of one, the queue writes down what became of the last job before it goes home; without, some time after.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: Object.fromEntries(jobs.map((job) => [job.name, (payload) => job.run(payload as Record<string, unknown>)])),
  })
}

/** A worker process of the whole application, at a mail server; null: none is set. */
export async function mailWorker(
  it: Pick<TestApp, 'db' | 'url' | 'appKey' | 'app'>,
  smtpUrl: string | null,
  now?: () => Date,
): Promise<MailWorker> {
  const log = { info: () => undefined, error: () => undefined }
  const dataDir = mkdtempSync(join(tmpdir(), 'congdan-jobs-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const config = { dataDir, smtpUrl, publicUrl: PUBLIC_URL }
  const jobs = await createJobs({
    config,
    db: it.db,
    appKey: it.appKey,
    app: it.app,
    dropPages: () => undefined,
    log,
    ...(now ? { now } : {}),
  })
  return {
    work: () => runJobs(it.url, jobs),
    run: (name) => jobs.find((job) => job.name === name)!.run({}),
    afterThePause: async () => {
      await sql`select graphile_worker.reschedule_jobs((select array_agg(id) from graphile_worker.jobs), run_at := now())`.execute(it.db)
    },
  }
}
