import type { Job } from '../../platform/jobs.ts'
import { eraseOldMail } from './erase-old-mail.ts'
import { type Digester, gatherDigests } from './gather-digests.ts'
import { SEND_JOB } from './queue-notice.ts'
import { type SendingOptions, sendNotice } from './send-notice.ts'

/** Jobs of this module; 18:30 UTC is half past one in the morning in Vietnam. */
export function noticeJobs(options: SendingOptions & { digesters: Readonly<Record<string, Digester>> }): Job[] {
  const now = options.now ?? (() => new Date())
  return [
    {
      name: SEND_JOB,
      run: ({ authorityId, id }) => sendNotice(options, { authorityId: Number(authorityId) }, String(id)),
    },
    {
      // Each hour, though there is one digest a day: whoever was down at seven does it when back.
      name: 'gatherDigests',
      cron: '0 * * * *',
      run: async () => {
        await gatherDigests(options.db, options.digesters, now())
      },
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
