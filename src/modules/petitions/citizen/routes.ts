import type { FastifyPluginAsync } from 'fastify'
import { followingRoutes } from '../following/following-routes.tsx'
import { receiptSlipRoutes } from '../receipt-slip/routes.tsx'
import { statisticsRoutes } from '../statistics/public-routes.tsx'
import { caseRoutes } from './case-routes.tsx'
import { doneRoutes } from './done-routes.tsx'
import { filingRoutes } from './filing-routes.tsx'
import type { CitizenOptions } from './options.ts'
import { ownRoutes } from './own-routes.tsx'
import { registerRoutes } from './register-routes.tsx'
import { trackingRoutes } from './tracking-routes.tsx'

/** The resident's side of petitions: sending, tracking, the public register. */
export const citizenPages: FastifyPluginAsync<CitizenOptions> = async (app, options) => {
  // Forms with files check their token themselves, part by part; sent to any other form, that encoding would go round the check.
  app.addHook('preHandler', async (request) => {
    if (request.isMultipart() && !request.routeOptions.config.takesFiles) request.checkCsrf(undefined)
  })
  await app.register(filingRoutes, options)
  await app.register(doneRoutes, options)
  await app.register(trackingRoutes, options)
  await app.register(caseRoutes, options)
  await app.register(registerRoutes, options)
  await app.register(ownRoutes, options)
  await app.register(receiptSlipRoutes, options)
  await app.register(followingRoutes, options)
  await app.register(statisticsRoutes, options)
}
