import type { FastifyInstance } from 'fastify'
import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { adminClockRoutes } from './admin-routes.tsx'
import { publicClockRoutes } from './public-routes.tsx'

export interface ClockRouteOptions {
  db: Db
  now: () => Date
  /** Asks for the job that recomputes running clocks, in the transaction of the change. Without it they are recomputed at once. */
  afterCalendarChange?: (trx: Trx, scope: Scope, news: { since: CivilDate; notice: string; actorId: string }) => Promise<void>
}

/** `/api/v1/deadlines/…`, `/tinh-han`, `/han/…`, and the administrator's calendar and local targets. */
export async function clockRoutes(app: FastifyInstance, options: ClockRouteOptions): Promise<void> {
  await publicClockRoutes(app, options)
  await adminClockRoutes(app, options)
}
