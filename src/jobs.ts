import { join } from 'node:path'
import type { Config } from './config.ts'
import { pruneAccounts } from './modules/accounts/index.ts'
import { sweepFiles } from './modules/files/index.ts'
import type { Db } from './platform/database.ts'
import type { Job } from './platform/jobs.ts'
import { diskStorage } from './platform/storage.ts'

/** Every job there is, put together by hand as the routes are in app.ts. Hours are UTC: 18:00 is one in the morning in Vietnam. */
export async function createJobs({ config, db }: { config: Pick<Config, 'dataDir'>; db: Db; appKey: Buffer }): Promise<Job[]> {
  const storage = await diskStorage(join(config.dataDir, 'files'))
  return [
    { name: 'pruneAccounts', cron: '10 18 * * *', run: () => pruneAccounts(db) },
    {
      name: 'sweepFiles',
      cron: '20 18 * * *',
      run: async () => {
        await sweepFiles(db, storage, new Date())
      },
    },
  ]
}
