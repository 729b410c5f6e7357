import { accountPersonalData, accountRetention } from './modules/accounts/index.ts'
import { appointmentPersonalData, appointmentRetention } from './modules/appointments/index.ts'
import { commentPersonalData, commentRetention } from './modules/comments/index.ts'
import {
  type DataRequestSources,
  dataRequestPersonalData,
  dataRequestRetention,
  dataRequestSubject,
  holdOn,
  mattersOfAccount,
  watchDataRequests,
} from './modules/data-requests/index.ts'
import { ratedArticles } from './modules/news/index.ts'
import { noticePersonalData } from './modules/notices/index.ts'
import { ownLookPart } from './modules/personal-data/index.ts'
import { followingPersonalData, petitionPersonalData, petitionRetention } from './modules/petitions/index.ts'
import { judgedTask } from './modules/programmes/index.ts'
import { ratingPersonalData } from './modules/ratings/index.ts'
import { receptionPersonalData, receptionRetention, receptionSubject } from './modules/receptions/index.ts'
import { auditLooks, type Retained } from './modules/retention/index.ts'
import { verdictAccountData, verdictPersonalData, verdictRetention } from './modules/verdicts/index.ts'

/** Who speaks for the personal data of which matters; beside app.ts, for the routes, the jobs and the demonstration alike. */
export function personalDataSources(appKey: Buffer): { dataRequestSources: DataRequestSources; retained: Retained } {
  const ratings = ratingPersonalData(appKey, ratedArticles)
  const account: DataRequestSources['account'] = {
    ...accountPersonalData,
    collect: async (db, scope, id) => ({
      ...(await accountPersonalData.collect(db, scope, id)),
      ...(await ratings.collect(db, scope, id)),
    }),
    tags: ratings.tags,
    erase: async (trx, scope, id, now) => {
      await ratings.erase(trx, scope, id)
      await accountPersonalData.erase(trx, scope, id, now)
    },
  }
  const dataRequestSources: DataRequestSources = {
    account,
    ofAccount: [followingPersonalData, verdictAccountData(appKey, { task: judgedTask })],
    of: {
      petition: petitionPersonalData,
      appointment: appointmentPersonalData,
      comment: commentPersonalData,
      verdict: verdictPersonalData,
    },
    parts: [noticePersonalData, receptionPersonalData, dataRequestPersonalData, ownLookPart],
  }
  const closedAccounts: Retained['of']['account.closed'] = {
    ...accountRetention,
    // An account hangs together with what was filed by it: a hold, a running clock, an open request or a touch of one keeps it.
    find: async (db, scope, key, lock) => {
      const resting = await accountRetention.find(db, scope, key, lock)
      return resting && { ...resting, linked: await mattersOfAccount(db, scope, dataRequestSources, key) }
    },
    erase: async (trx, scope, id, { now }) => {
      for (const part of dataRequestSources.ofAccount) await part.erase(trx, scope, id, now)
      await account.erase(trx, scope, id, now)
    },
    tags: () => ratings.tags,
  }
  return { dataRequestSources, retained: retainedFrom(dataRequestSources, closedAccounts) }
}

function retainedFrom(sources: DataRequestSources, closedAccounts: Retained['of']['account.closed']): Retained {
  return {
    of: {
      'petition.closed': petitionRetention.closed,
      'petition.unprocessed': petitionRetention.unprocessed,
      'appointment.past': appointmentRetention.past,
      'appointment.unconfirmed': appointmentRetention.unconfirmed,
      'comment.past': commentRetention,
      'verdict.past': verdictRetention,
      'reception.people': receptionRetention,
      'request.words': dataRequestRetention,
      'audit.looks': auditLooks,
      'account.closed': closedAccounts,
    },
    watchers: [watchDataRequests],
    keptByLaw: (standing, on) => holdOn(standing, on) !== null,
    findByCode: async (db, scope, code) => {
      const all = { ...sources.of, dataRequest: dataRequestSubject, account: sources.account, reception: receptionSubject }
      for (const [type, source] of Object.entries(all)) {
        const found = await source.find(db, scope, code)
        if (found) return { matter: { type, id: found.id }, code: found.code }
      }
      return undefined
    },
    lock: (trx, scope, { type, id }) => {
      if (type === 'account') return sources.account.lock(trx, id)
      if (type === 'reception') return receptionSubject.lock(trx, scope, id)
      if (type === 'dataRequest') return dataRequestSubject.lock(trx, scope, id)
      return sources.of[type as keyof DataRequestSources['of']].lock(trx, scope, id)
    },
  }
}
