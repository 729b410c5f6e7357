import type { FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { hasRole } from '../accounts/index.ts'
import { type Alarm, alarmOn, loadCalendar } from '../clocks/index.ts'
import type { ReceptionOptions } from './feature.ts'
import { watchers } from './rules.ts'

/** NĐ 154/2026, Đ41 k3b: not handled for 45 days. */
const ALARM_RULE = 'intake.unprocessed_hard_stop'

/** The threshold of the law as of today, by the office's calendar. */
export async function findAlarm(db: Db, now: () => Date, request: Pick<FastifyRequest, 'scope'>): Promise<Alarm> {
  return alarmOn(ALARM_RULE, civilDateOf(now()), await loadCalendar(db, request.scope))
}

/** How many petitions are past it, for those who watch; null for the others. */
export async function countAlarmed(
  { db, now, cases }: ReceptionOptions,
  request: Pick<FastifyRequest, 'scope' | 'actor'>,
): Promise<number | null> {
  if (!hasRole(request.actor, ...watchers)) return null
  const { receivedUpTo } = await findAlarm(db, now, request)
  return cases.countStanding(request.scope, 'unprocessed', receivedUpTo)
}
