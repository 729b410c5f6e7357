import type { Job } from '../../platform/jobs.ts'
import { eraseOldMail } from './erase-old-mail.ts'
import { SEND_JOB } from './queue-notice.ts'
import { type SendingOptions, sendNotice } from './send-notice.ts'

/** Jobs of this module; 18:30 UTC is half past one in the morning in Vietnam. */
export function noticeJobs(options: SendingOptions): Job[] {
  const now = options.now ?? (() => new Date())
  return [
    {
      name: SEND_JOB,
      run: ({ authorityId, id }) => sendNotice(options, { authorityId: Number(authorityId) }, String(id)),
    },
    {
      name: 'eraseOldMail',
      cron: '30 18 * * *',
      run: async () => {
        await eraseOldMail(options.db, now())
      },
    },
  ]
}
