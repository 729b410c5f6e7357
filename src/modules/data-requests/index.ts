import type { FastifyPluginAsync } from 'fastify'
import { apiRoutes } from './api-routes.ts'
import { citizenRoutes } from './citizen-routes.tsx'
import { consentRoutes } from './consent-routes.tsx'
import type { DataRequestOptions } from './feature.ts'
import { officeRoutes } from './office-routes.tsx'
import './data-requests.table.ts'

/** What people ask of the data held about them: their pages, the office's, and the API. */
export const dataRequestRoutes: FastifyPluginAsync<DataRequestOptions> = async (app, options) => {
  for (const routes of [apiRoutes, citizenRoutes, consentRoutes, officeRoutes]) await routes(app, options)
}

export { mattersOfAccount } from './account-matters.ts'
export { compareDataRequestCounts } from './compare-counts.ts'
export { holdOn } from './holds.ts'
export { dataRequestNotices } from './notices.ts'
export { dataRequestPersonalData } from './personal-data.ts'
export { dataRequestRetention, dataRequestSubject, watchDataRequests } from './retention.ts'
export type { Sources as DataRequestSources } from './source.ts'
export { text as dataRequestsText } from './text.ts'
