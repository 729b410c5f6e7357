import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { logJobs } from './log-jobs.ts'
import { mirrorJob } from './mirror-job.ts'
import { listAuthorities, pruneAccounts } from './modules/accounts/index.ts'
import { compareAppointmentCounts, findPattern, proposeReceptionDays } from './modules/appointments/index.ts'
import { commentDigest, compareCommentCounts } from './modules/comments/index.ts'
import { compareDataRequestCounts } from './modules/data-requests/index.ts'
import { compareDocumentCounts } from './modules/documents/index.ts'
import { sweepFiles } from './modules/files/index.ts'
import { compareModerationCounts } from './modules/moderation/index.ts'
import { compareArticleCounts, forgetOldReports, publishDueArticles } from './modules/news/index.ts'
import { noticeJobs } from './modules/notices/index.ts'
import {
  ASK_JOB,
  carryOverEndedUnits,
  checkFigures,
  compareFollowers,
  comparePetitionCounts,
  eraseFollowers,
  followerDigest,
  mailBulkReminders,
  notifyFiled,
  petitionDigest,
  purgeDrafts,
  REMIND_JOB,
  recomputePetitionClocks,
  remindOfficers,
  sendQuestion,
  sweepAll,
  TELL_JOB,
  tellAllFollowers,
  tellFollowers,
  tellLatePromises,
} from './modules/petitions/index.ts'
import { comparePollCounts, forgetVoters, MOVE_JOB, movePolls } from './modules/polls/index.ts'
import { compareProgrammeCounts, compareVerdicts, programmeJobs, recomputeDueDays } from './modules/programmes/index.ts'
import { compareRatingTotals } from './modules/ratings/index.ts'
import { forgetAddresses } from './modules/readers/index.ts'
import { eraseDue, proposeBatches } from './modules/retention/index.ts'
import { pruneTallies } from './modules/tallies/index.ts'
import { sweepVisits } from './modules/visits/index.ts'
import { personalDataSources } from './personal-data-sources.ts'
import type { Db } from './platform/database.ts'
import type { Job, JobLog } from './platform/jobs.ts'
import { createMailer, senderOf } from './platform/mail.ts'
import { diskStorage } from './platform/storage.ts'
import { type CivilDate, civilDateOf } from './shared/civil-date.ts'

export interface JobOptions {
  config: Pick<Config, 'dataDir' | 'smtpUrl' | 'publicUrl'>
  db: Db
  appKey: Buffer
  /** Asked by jobs as a visitor would. */
  app: Pick<FastifyInstance, 'inject'>
  dropPages: (tags: readonly string[]) => void
  log: JobLog
  now?: () => Date
}

/** Every job there is, put together by hand as the routes are in app.ts. Hours are UTC: 18:00 is one in the morning in Vietnam. */
export async function createJobs({ config, db, appKey, app, dropPages, log, now = () => new Date() }: JobOptions): Promise<Job[]> {
  const storage = await diskStorage(join(config.dataDir, 'files'))
  const { retained } = personalDataSources(appKey)
  const telling = { db, appKey, publicUrl: config.publicUrl, now }
  const mailer = createMailer(config.smtpUrl, senderOf(config.smtpUrl, config.publicUrl))
  return [
    {
      name: 'spreadFilings',
      cron: '* * * * *',
      run: async () => {
        const spread = await sweepAll({ db, now, afterFiling: notifyFiled(config.publicUrl), dropPages, log })
        if (spread > 0) log.info({ spread }, 'filings that another process left were spread')
      },
    },
    ...logJobs({ config, db, dropPages, log, now }),
    mirrorJob({ config, db, app, dropPages, log, now }),
    ...programmeJobs({ db, publicUrl: config.publicUrl, now, dropPages, log }),
    {
      name: 'recomputeClocks',
      run: async (payload) => {
        const { authorityId, since, notice, actorId } = payload as {
          authorityId: number
          since: CivilDate
          notice: string
          actorId: string
        }
        await recomputePetitionClocks({ db, dropPages, now, today: civilDateOf(now()) }, { authorityId }, { since, notice, actorId })
        await recomputeDueDays({ db, dropPages, now }, { authorityId }, { since, notice, actorId })
      },
    },
    {
      name: 'carryOverUnits',
      // One minute past midnight in Vietnam: the first minute of the day on which a successor has the work.
      cron: '1 17 * * *',
      run: async (payload) => {
        const { authorityId } = payload as { authorityId?: number }
        const ids = authorityId === undefined ? (await listAuthorities(db)).map(({ id }) => id) : [authorityId]
        for (const id of ids) {
          const moved = await carryOverEndedUnits({ db, dropPages, now: () => new Date() }, { authorityId: id })
          if (moved > 0) log.info({ authorityId: id, moved }, 'cases of ended units carried over to their successors')
        }
      },
    },
    {
      name: 'compareCounts',
      cron: '0 19 * * *',
      run: async () => {
        for (const { id } of await listAuthorities(db)) {
          const scope = { authorityId: id }
          const wrong = [
            ...(await comparePetitionCounts(db, scope)),
            ...(await compareAppointmentCounts(db, scope)),
            ...(await compareDataRequestCounts(db, scope)),
            ...(await compareArticleCounts(db, scope)),
            ...(await comparePollCounts(db, scope)),
            ...(await compareDocumentCounts(db, scope)),
            ...(await compareProgrammeCounts(db, scope)),
            ...(await compareRatingTotals(db, scope)),
            ...(await compareModerationCounts(db, scope)),
            ...(await compareCommentCounts(db, scope)),
          ]
          const verdicts = await compareVerdicts(db, scope)
          if (verdicts.length > 0) log.error({ authorityId: id, verdicts }, 'kept figures of verdicts differ from their rounds')
          if (wrong.length > 0)
            log.error({ authorityId: id, wrong: wrong.slice(0, 20), total: wrong.length }, 'kept counts differ from the rows')
          const followers = await compareFollowers(db, scope)
          if (followers.length > 0)
            log.error(
              { authorityId: id, cases: followers.slice(0, 20), total: followers.length },
              'kept numbers of followers differ from the rows',
            )
        }
      },
    },
    {
      name: 'checkFigures',
      cron: '20 19 * * *',
      run: async () => {
        for (const { id } of await listAuthorities(db)) {
          const { matters, differences, examples } = await checkFigures(db, { authorityId: id }, new Date())
          if (differences > 0) log.error({ authorityId: id, matters, differences, examples }, 'kept counts differ from the history')
          else log.info({ authorityId: id, matters }, 'kept counts equal the history')
        }
        dropPages(['home'])
      },
    },
    {
      name: 'publishArticles',
      // Each article has a job at its own time; this one finds what was left behind.
      cron: '*/5 * * * *',
      run: async (payload) => {
        const { authorityId, id } = payload as { authorityId?: number; id?: string }
        const only = authorityId === undefined || id === undefined ? undefined : { authorityId, id }
        await publishDueArticles({ db, now, dropPages }, only)
      },
    },
    {
      name: 'proposeReceptionDays',
      cron: '30 18 * * *',
      run: async () => {
        const today = civilDateOf(now())
        for (const { id } of await listAuthorities(db)) {
          const scope = { authorityId: id }
          await db.transaction().execute(async (trx) => proposeReceptionDays(trx, scope, today, await findPattern(trx, scope)))
        }
      },
    },
    {
      name: 'remindOfficers',
      // From seven to eleven, though each is told once a day: whoever was down at seven does it when back.
      cron: '0 0-4 * * *',
      run: async () => {
        for (const { id } of await listAuthorities(db)) await remindOfficers({ db, publicUrl: config.publicUrl, now }, { authorityId: id })
      },
    },
    {
      name: ASK_JOB,
      run: ({ authorityId, id, on }) => sendQuestion(telling, { authorityId: Number(authorityId) }, String(id), String(on)),
    },
    {
      name: TELL_JOB,
      // Asked for by each act; each hour for what no act tells of.
      cron: '5 * * * *',
      run: async ({ authorityId, petitionId }) => {
        if (petitionId) return tellFollowers(telling, { authorityId: Number(authorityId) }, String(petitionId))
        for (const { id } of await listAuthorities(db)) await tellAllFollowers(telling, { authorityId: id })
      },
    },
    {
      name: 'tellLatePromises',
      cron: '15 0 * * *',
      run: async () => {
        for (const { id } of await listAuthorities(db)) await tellLatePromises(telling, { authorityId: id })
      },
    },
    {
      name: 'eraseFollowers',
      cron: '40 18 * * *',
      run: async () => {
        for (const { id } of await listAuthorities(db)) await eraseFollowers(db, { authorityId: id }, now())
      },
    },
    {
      name: REMIND_JOB,
      run: async ({ authorityId, bulkId }) => {
        await mailBulkReminders({ db, publicUrl: config.publicUrl }, { authorityId: Number(authorityId) }, String(bulkId))
      },
    },
    {
      name: 'pruneTallies',
      cron: '50 18 * * *',
      run: async () => {
        await pruneTallies(db)
      },
    },
    {
      name: 'forgetArticleReports',
      cron: '25 18 * * *',
      run: async () => {
        await forgetOldReports(db, now())
      },
    },
    { name: 'sweepVisits', cron: '*/5 * * * *', run: () => sweepVisits(db, now()) },
    {
      name: 'retention',
      // A quarter to two in Vietnam: before the sweep of files of the next night, after the day's last act.
      cron: '45 18 * * *',
      run: async () => {
        for (const { id } of await listAuthorities(db)) {
          const options = { db, now, dropPages, retained, publicUrl: config.publicUrl }
          const erased = await eraseDue(options, { authorityId: id })
          const announced = await proposeBatches(options, { authorityId: id })
          if (erased > 0 || announced > 0) log.info({ authorityId: id, erased, announced }, 'retention: erased and announced')
        }
      },
    },
    {
      name: MOVE_JOB,
      // Midnight in Vietnam is one of the hours; the others make up for a worker that was down.
      cron: '0 * * * *',
      run: async () => {
        for (const { id } of await listAuthorities(db)) {
          const scope = { authorityId: id }
          await movePolls({ db, dropPages, now }, scope)
          await forgetVoters({ db, now }, scope)
          await forgetAddresses(db, scope, civilDateOf(now()))
        }
      },
    },
    { name: 'pruneAccounts', cron: '10 18 * * *', run: () => pruneAccounts(db) },
    {
      name: 'purgeDrafts',
      cron: '15 18 * * *',
      run: async () => {
        await purgeDrafts({ db, storage }, now())
      },
    },
    {
      name: 'sweepFiles',
      cron: '20 18 * * *',
      run: async () => {
        await sweepFiles(db, storage, now())
      },
    },
    ...noticeJobs({
      db,
      mailer,
      keys: { appKey, publicUrl: config.publicUrl },
      now,
      digesters: {
        petition: petitionDigest(config.publicUrl),
        follower: followerDigest(config.publicUrl),
        comment: commentDigest(config.publicUrl),
      },
    }),
  ]
}
