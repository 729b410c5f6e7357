import type { FastifyPluginAsync } from 'fastify'
import type { FileDeps } from '../../files/index.ts'
import { groupRoutes } from '../behalf/group-routes.tsx'
import { bulkRoutes } from '../bulk/bulk-routes.tsx'
import { handoverRoutes } from '../handover/handover-routes.tsx'
import type { PetitionOptions } from '../service.ts'
import { overviewRoutes } from '../statistics/overview-routes.tsx'
import { templateRoutes } from '../templates/template-routes.tsx'
import { caseRoutes } from './case-routes.tsx'
import { counterRoutes } from './counter-routes.tsx'
import { deputyRoutes } from './deputy-routes.tsx'
import { figuresRoutes } from './figures-routes.tsx'
import { inboxRoutes } from './inbox-routes.tsx'
import { renewalRoutes } from './renewal-routes.tsx'

/** The officers' side of petitions, under `/lam-viec`. */
export const officePages: FastifyPluginAsync<PetitionOptions & { files: FileDeps }> = async (app, options) => {
  await app.register(inboxRoutes, options)
  await app.register(caseRoutes, options)
  await app.register(counterRoutes, options)
  await app.register(renewalRoutes, options)
  await app.register(groupRoutes, options)
  await app.register(figuresRoutes, options)
  await app.register(overviewRoutes, options)
  await app.register(handoverRoutes, options)
  await app.register(deputyRoutes, options)
  await app.register(templateRoutes, options)
  await app.register(bulkRoutes, options)
}
