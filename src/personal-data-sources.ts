import { accountPersonalData, accountRetention } from './modules/accounts/index.ts'
import { appointmentPersonalData, appointmentRetention } from './modules/appointments/index.ts'
import { commentPersonalData } from './modules/comments/index.ts'
import {
  type DataRequestSources,
  dataRequestRetention,
  dataRequestSubject,
  holdOn,
  watchDataRequests,
} from './modules/data-requests/index.ts'
import { noticePersonalData } from './modules/notices/index.ts'
import { petitionPersonalData, petitionRetention } from './modules/petitions/index.ts'
import { receptionPersonalData, receptionRetention } from './modules/receptions/index.ts'
import { auditLooks, type Retained } from './modules/retention/index.ts'

/** Who speaks for the personal data of which matters; beside app.ts, for the routes, the jobs and the demonstration alike. */
export const dataRequestSources: DataRequestSources = {
  account: accountPersonalData,
  of: { petition: petitionPersonalData, appointment: appointmentPersonalData, comment: commentPersonalData },
  parts: [noticePersonalData, receptionPersonalData],
}

export const retained: Retained = {
  of: {
    'petition.closed': petitionRetention.closed,
    'petition.unprocessed': petitionRetention.unprocessed,
    'appointment.past': appointmentRetention.past,
    'appointment.unconfirmed': appointmentRetention.unconfirmed,
    'reception.people': receptionRetention,
    'request.words': dataRequestRetention,
    'audit.looks': auditLooks,
    'account.closed': accountRetention,
  },
  watchers: [watchDataRequests],
  keptByLaw: (standing, on) => holdOn(standing, on) !== null,
  findByCode: async (db, scope, code) => {
    const sources = { ...dataRequestSources.of, dataRequest: dataRequestSubject, account: accountPersonalData }
    for (const [type, source] of Object.entries(sources)) {
      const found = await source.find(db, scope, code)
      if (found) return { matter: { type, id: found.id }, code: found.code }
    }
    return undefined
  },
  lock: (trx, scope, { type, id }) => {
    if (type === 'account') return accountPersonalData.lock(trx, id)
    if (type === 'dataRequest') return dataRequestSubject.lock(trx, scope, id)
    return dataRequestSources.of[type as 'petition' | 'appointment'].lock(trx, scope, id)
  },
}
