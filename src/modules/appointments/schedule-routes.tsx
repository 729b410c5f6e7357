import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole } from '../accounts/index.ts'
import { audit } from '../history/index.ts'
import { findPattern } from './day-pattern.ts'
import type { AppointmentOptions } from './feature.ts'
import { DayInput, DayRef, labels } from './fields.ts'
import { DaysPage } from './pages/days-page.tsx'
import { paths } from './paths.ts'
import { proposeReceptionDays } from './propose-days.ts'
import { closeDay, saveDay } from './reception-days.ts'
import { readers, scheduleKeepers } from './rules.ts'
import { publicationRule, scheduleFrom } from './schedule-view.ts'
import { text } from './text.ts'

type Done = { Querystring: { xong?: string; them?: string } }

/** `/lam-viec/tiep-dan/lich`: which days people may ask for. Each change is audited. */
export async function scheduleRoutes(app: FastifyInstance, options: AppointmentOptions): Promise<void> {
  const { db } = options
  const todayNow = () => civilDateOf(options.now())

  app.get<Done>(paths.days, async (request, reply) => {
    requireRole(request, scheduleKeepers)
    const { them, xong } = request.query
    const words = text[request.lang].schedule
    const done = them !== undefined ? words.proposed(Number.parseInt(them, 10) || 0) : xong !== undefined ? words.saved : undefined
    return show(request, reply, { done })
  })

  app.post(paths.days, async (request, reply) => {
    const actor = requireRole(request, scheduleKeepers)
    try {
      const day = parseInput(DayInput, request.body, labels)
      await db.transaction().execute(async (trx) => {
        await saveDay(trx, request.scope, { ...day, publishedOn: todayNow() })
        await audit(trx, request.scope, actor, 'receptionDay.saved', null, { on: day.on, part: day.part, capacity: day.capacity })
      })
    } catch (error) {
      return show(request, reply, { refusal: refusalOf(request, error) })
    }
    return reply.redirect(localPath(request.lang, `${paths.days}?xong=1`), 303)
  })

  app.post(paths.closeDay, async (request, reply) => {
    const actor = requireRole(request, scheduleKeepers)
    try {
      const day = parseInput(DayRef, request.body, labels)
      await db.transaction().execute(async (trx) => {
        await closeDay(trx, request.scope, day)
        await audit(trx, request.scope, actor, 'receptionDay.closed', null, day)
      })
    } catch (error) {
      return show(request, reply, { refusal: { ...refusalOf(request, error), typed: {} } })
    }
    return reply.redirect(localPath(request.lang, `${paths.days}?xong=1`), 303)
  })

  app.post(paths.propose, async (request, reply) => {
    const actor = requireRole(request, scheduleKeepers)
    const added = await db.transaction().execute(async (trx) => {
      const n = await proposeReceptionDays(trx, request.scope, todayNow(), await findPattern(trx, request.scope))
      await audit(trx, request.scope, actor, 'receptionDay.proposed', null, { days: n })
      return n
    })
    return reply.redirect(localPath(request.lang, `${paths.days}?them=${added}`), 303)
  })

  async function show(request: FastifyRequest, reply: FastifyReply, shown: { refusal?: FormRefusal; done?: string | undefined }) {
    const { lang, scope } = request
    const today = todayNow()
    const [days, pattern] = await Promise.all([scheduleFrom(db, scope, today, { closed: true }), findPattern(db, scope)])
    const head = {
      title: text[lang].schedule.title,
      current: '/lam-viec',
      noindex: true,
      office: true,
      wide: true,
      status: shown.refusal?.status,
    }
    const rule = publicationRule(lang, today)
    const page = (
      <DaysPage
        lang={lang}
        csrf={request.csrfToken()}
        days={days}
        pattern={pattern}
        rule={rule}
        mayRead={hasRole(request.actor, ...readers)}
        {...shown}
      />
    )
    return sendPage(request, reply, { ...head, islands: ['error-focus'] }, page)
  }
}
