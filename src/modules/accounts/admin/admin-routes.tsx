import type { FastifyInstance } from 'fastify'
import { sendPage } from '../../../ui/page.tsx'
import { delegationRoutes } from '../delegations/delegation-routes.tsx'
import { requireRole } from '../guards.ts'
import { limitsRoutes } from '../idle/limits-routes.tsx'
import { permissions } from '../permissions.ts'
import { ADMIN, AdminIndexPage, type AdminLink } from './admin-pages.tsx'
import { type PeopleOptions, peopleRoutes } from './people-routes.tsx'
import { type SplitOptions, splitRoutes } from './split-routes.tsx'
import { superiorRoutes } from './superior-routes.tsx'
import { text } from './text.ts'
import { type UnitOptions, unitRoutes } from './unit-routes.tsx'

export type { AdminLink }

export interface AdminOptions extends PeopleOptions, UnitOptions, SplitOptions {
  /** Rooms of administration that other modules have. */
  links?: readonly AdminLink[]
}

/** `/lam-viec/quan-tri`: units, people, and the doors to the rest. */
export async function adminRoutes(
  app: FastifyInstance,
  { db, auth, links = [], openWorkOf, afterUnitEnd, openCasesOf }: AdminOptions,
): Promise<void> {
  app.get(ADMIN, async (request, reply) => {
    requireRole(request, permissions.administer)
    const { lang } = request
    return sendPage(request, reply, { title: text[lang].title, noindex: true, office: true }, <AdminIndexPage lang={lang} links={links} />)
  })
  await unitRoutes(app, { db, auth, ...(afterUnitEnd ? { afterUnitEnd } : {}) })
  await splitRoutes(app, { db, auth, ...(openCasesOf ? { openCasesOf } : {}) })
  await peopleRoutes(app, { db, auth, ...(openWorkOf ? { openWorkOf } : {}) })
  await superiorRoutes(app, { db, auth })
  await limitsRoutes(app, { db, auth })
  await delegationRoutes(app, { db, auth })
}
