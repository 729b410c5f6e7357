import type { FastifyInstance } from 'fastify'
import { parseInput } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { sendPage } from '../../ui/page.tsx'
import { requireRole } from '../accounts/index.ts'
import { findAlarm } from './alarmed.ts'
import type { ReceptionOptions } from './feature.ts'
import { AlarmQuery, labels } from './fields.ts'
import { AlarmPage } from './pages/alarm-page.tsx'
import { paths } from './paths.ts'
import { watchers } from './rules.ts'
import { text } from './text.ts'

const ROWS = 30

/** `/lam-viec/qua-45-ngay`: petitions that stand longer than the law's threshold of discipline. */
export async function alarmRoutes(app: FastifyInstance, { db, now, cases }: ReceptionOptions): Promise<void> {
  app.get(paths.alarm, async (request, reply) => {
    requireRole(request, watchers)
    const { lang, scope } = request
    const { xem: view = 'unprocessed', after } = parseInput(AlarmQuery, request.query, labels)
    const alarm = await findAlarm(db, now, request)
    const [unprocessed, unfinished, page] = await Promise.all([
      cases.countStanding(scope, 'unprocessed', alarm.receivedUpTo),
      cases.countStanding(scope, 'unfinished', alarm.receivedUpTo),
      cases.listStanding(scope, view, alarm.receivedUpTo, after, ROWS),
    ])
    const shown = { alarm, view, counts: { unprocessed, unfinished }, page, continued: after !== null, today: civilDateOf(now()) }
    const head = { title: text[lang].alarm.title, current: '/lam-viec', noindex: true, office: true, wide: true }
    return sendPage(request, reply, { ...head, islands: ['office-keys'] }, <AlarmPage lang={lang} cases={cases} {...shown} />)
  })
}
