import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole } from '../accounts/index.ts'
import { requireAct } from '../lifecycle/index.ts'
import { countsOf } from '../tallies/index.ts'
import { type Access, findReadable } from './access.ts'
import { acts } from './acts/index.ts'
import { auditLook } from './api-routes.ts'
import { listAppointments } from './appointment-repository.ts'
import { type AppointmentOptions, actOn } from './feature.ts'
import type { AppointmentAct } from './lifecycle.ts'
import { AppointmentPage } from './pages/appointment-page.tsx'
import { type ListView, listViews, OfficePage } from './pages/office-page.tsx'
import { paths } from './paths.ts'
import { listDays } from './reception-days.ts'
import { readers, scheduleKeepers } from './rules.ts'
import { text } from './text.ts'
import { viewAppointment } from './views.ts'

const ROWS = 30
const MOST_DAYS = 60

type ByCode = { Params: { code: string; act: string }; Querystring: { xong?: string } }

/** `/lam-viec/tiep-dan`: appointments by day, and each with its acts. */
export async function officeRoutes(app: FastifyInstance, options: AppointmentOptions): Promise<void> {
  const { db } = options

  app.get<{ Querystring: { xem?: string; after?: string } }>(paths.office, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang, scope, query } = request
    const view: ListView = listViews.find((one) => one === query.xem) ?? 'asked'
    const after = typeof query.after === 'string' && query.after !== '' ? query.after : null
    const [page, counts] = await Promise.all([
      listAppointments(db, scope, view === 'all' ? null : view, after, ROWS),
      countsOf(db, scope, 'appointment.status', 'all'),
    ])
    const head = {
      title: text[lang].office.title,
      current: '/lam-viec',
      noindex: true,
      office: true,
      wide: true,
      islands: ['office-keys'] as const,
    }
    return sendPage(
      request,
      reply,
      head,
      <OfficePage lang={lang} view={view} page={page} counts={counts} mayKeep={hasRole(actor, ...scheduleKeepers)} />,
    )
  })

  app.get<ByCode>(`${paths.office}/:code`, async (request, reply) => {
    requireRole(request, readers)
    return showOne(request, reply, await findReadable(db, request, request.params.code, null), { done: request.query.xong !== undefined })
  })

  app.post<ByCode>(`${paths.office}/:code/:act`, async (request, reply) => {
    requireRole(request, readers)
    const { code } = request.params
    const access = await findReadable(db, request, code, null)
    const act = requireAct(acts, request.params.act)
    try {
      await actOn(options, request, access, act, request.body)
    } catch (error) {
      const refusal = refusalOf(request, error, { outside_hours: 'at', day_full: 'on' })
      return showOne(request, reply, await findReadable(db, request, code, null), { attempt: { act, refusal } })
    }
    return reply.redirect(localPath(request.lang, `${paths.one(access.appointment.code)}?xong=1`), 303)
  })

  async function showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    access: Access,
    shown: { attempt?: { act: AppointmentAct; refusal: FormRefusal }; done?: boolean },
  ) {
    const { lang, scope } = request
    const today = civilDateOf(options.now())
    const [view, { items: days }] = await Promise.all([viewAppointment(db, scope, access), listDays(db, scope, today, null, MOST_DAYS)])
    if (view.filer) await auditLook(options, request, access)
    const head = { title: view.appointment.code, current: '/lam-viec', noindex: true, office: true, status: shown.attempt?.refusal.status }
    const mayEnter = hasRole(request.actor, 'receptionOfficer')
    const page = <AppointmentPage lang={lang} csrf={request.csrfToken()} view={view} days={days} mayEnter={mayEnter} {...shown} />
    return sendPage(request, reply, { ...head, islands: ['error-focus', 'char-count'] }, page)
  }
}
