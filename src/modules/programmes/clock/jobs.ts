import type { Db } from '../../../platform/database.ts'
import type { Job, JobLog } from '../../../platform/jobs.ts'
import { listAuthorities } from '../../accounts/index.ts'
import { makeInstances } from './make-instances.ts'
import { remindOfDueDays } from './remind.ts'

interface ProgrammeJobOptions {
  db: Db
  publicUrl: string | null
  now: () => Date
  dropPages: (tags: readonly string[]) => void
  log: JobLog
}

/** What the clock does for plans and programmes. Hours are UTC: 17:10 is ten past midnight in Vietnam. */
export function programmeJobs({ db, publicUrl, now, dropPages, log }: ProgrammeJobOptions): Job[] {
  return [
    {
      name: 'makeProgrammeRounds',
      cron: '10 17 * * *',
      run: async () => {
        for (const { id } of await listAuthorities(db)) {
          const made = await makeInstances({ db, now, dropPages }, { authorityId: id })
          if (made > 0) log.info({ authorityId: id, made }, 'rounds of recurring items made')
        }
      },
    },
    {
      name: 'remindOfPlans',
      // From seven to eleven, though each is told once a day: whoever was down at seven does it when back.
      cron: '5 0-4 * * *',
      run: async () => {
        for (const { id } of await listAuthorities(db)) await remindOfDueDays({ db, publicUrl, now }, { authorityId: id })
      },
    },
  ]
}
