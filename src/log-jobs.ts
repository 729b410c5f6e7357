import type { Config } from './config.ts'
import { listAuthorities } from './modules/accounts/index.ts'
import { recordRules } from './modules/clocks/index.ts'
import {
  askWitnesses,
  type IntegratorOptions,
  integrateLogs,
  keyFolder,
  LOG_TAG,
  pruneCosignatures,
  queueWitnesses,
  WITNESS_JOB,
} from './modules/log/index.ts'
import type { Db } from './platform/database.ts'
import type { Job, JobLog } from './platform/jobs.ts'
import { publicForms } from './public-forms.ts'

interface LogOptions {
  config: Pick<Config, 'dataDir' | 'publicUrl'>
  db: Db
  dropPages: (tags: readonly string[]) => void
  log: JobLog
}

/** Which rules of the law are counted by, into the public history of each authority. */
export async function recordAllRules(db: Db): Promise<void> {
  for (const { id } of await listAuthorities(db)) await recordRules(db, { authorityId: id })
}

/** How the public logs of this installation are gone on with. */
export function logWork({ config, db, dropPages, log }: LogOptions): IntegratorOptions {
  return {
    db,
    log,
    publicUrl: config.publicUrl,
    folder: keyFolder(config.dataDir),
    forms: publicForms,
    sites: () => listAuthorities(db),
    onAdded: (scope) => {
      dropPages([LOG_TAG])
      queueWitnesses(db, scope).catch((error) => log.error({ err: error, ...scope }, 'witnesses hear of new lines five minutes later'))
    },
  }
}

/** Jobs of the public log, its rules and its witnesses. */
export function logJobs(options: LogOptions & { now: () => Date }): Job[] {
  const { db, dropPages, log, now } = options
  return [
    {
      // Each worker process looks each second as well (startIntegrator); this finds what none of them did.
      name: 'integrateLog',
      cron: '* * * * *',
      run: async () => {
        await integrateLogs(logWork(options))
      },
    },
    {
      // Each start of a worker does it as well: a new version of the product may count by other rules.
      name: 'recordRules',
      cron: '5 18 * * *',
      run: () => recordAllRules(db),
    },
    {
      name: 'pruneCosignatures',
      cron: '40 18 * * *',
      run: async () => {
        await pruneCosignatures(db, now())
      },
    },
    {
      // Asked for after new lines; every five minutes for witnesses that slept, and so that each says again what it knows.
      name: WITNESS_JOB,
      cron: '*/5 * * * *',
      run: async ({ authorityId }) => {
        const ids = authorityId === undefined ? (await listAuthorities(db)).map(({ id }) => id) : [Number(authorityId)]
        for (const id of ids) await askWitnesses({ db, now, dropPages, log }, { authorityId: id })
      },
    },
  ]
}
