import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import { requiredText } from '../../shared/fields.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { calendarFile } from '../../shared/ical.ts'
import { localPath } from '../../shared/lang.ts'
import { secretMatches, spacedSecret } from '../../shared/secret.ts'
import { sendPage } from '../../ui/page.tsx'
import { recordOwnLook } from '../personal-data/index.ts'
import { type Access, findAccess } from './access.ts'
import { limitAsking } from './api-routes.ts'
import { matterOf } from './appointment.ts'
import { findByCode } from './appointment-repository.ts'
import { askAppointment } from './ask-appointment.ts'
import { type AppointmentOptions, actOn } from './feature.ts'
import { AskForm, labels } from './fields.ts'
import { closeAppointment, openAppointment, openedHolder } from './holder-cookie.ts'
import { DonePage } from './pages/done-page.tsx'
import { LookupPage } from './pages/lookup-page.tsx'
import { OwnPage } from './pages/own-page.tsx'
import { SchedulePage } from './pages/schedule-page.tsx'
import { paths } from './paths.ts'
import { publicationRule, scheduleFrom } from './schedule-view.ts'
import { text } from './text.ts'
import { viewAppointment } from './views.ts'

/** Which input of the form a code or an inner field belongs to. */
const fieldOf = { day_full: 'day' }
const Lookup = z.strictObject({ code: requiredText({ max: 40, singleLine: true }), secret: requiredText({ max: 60, singleLine: true }) })

/** `/lich-tiep-dan`: the schedule, asking, and one's own appointment. No account, no script needed. */
export async function citizenRoutes(app: FastifyInstance, options: AppointmentOptions): Promise<void> {
  const { db } = options
  const secure = options.publicUrl?.startsWith('https:') ?? false

  app.get(paths.schedule, async (request, reply) => showSchedule(request, reply))

  app.post(paths.schedule, async (request, reply) => {
    limitAsking(request)
    try {
      const input = parseInput(AskForm, request.body, labels)
      const { matter, secret } = await askAppointment(options, request.scope, request.site, input, request.actor)
      openAppointment(reply, { code: matter.code, secret }, secure)
      return reply.redirect(localPath(request.lang, paths.done), 303)
    } catch (error) {
      const refusal = refusalOf(request, error, fieldOf)
      const problems = refusal.problems.map(({ field, text }) => ({ field: field === 'on' ? 'day' : field, text }))
      return showSchedule(request, reply, { ...refusal, problems })
    }
  })

  app.get(paths.calendar, async (request, reply) => {
    const words = text[request.lang]
    const days = await scheduleFrom(db, request.scope, civilDateOf(options.now()))
    const events = days.map((day) => ({
      uid: `reception-${day.on}-${day.part}@${request.site.slug}`,
      on: day.on,
      hours: { starts: day.starts, ends: day.ends },
      summary: `${words.public.title}: ${request.site.shortName}`,
      place: day.place,
      ...(day.leader ? { description: `${words.public.leader}: ${day.leader}` } : {}),
      stampedOn: day.publishedOn,
    }))
    reply.type('text/calendar; charset=utf-8').header('cache-control', 'public, max-age=300')
    return reply.send(calendarFile(`${words.public.title}: ${request.site.shortName}`, events))
  })

  app.get(paths.done, async (request, reply) => {
    const opened = await openedAccess(request)
    if (!opened) return reply.redirect(localPath(request.lang, paths.schedule), 303)
    const { appointment } = opened.access
    const page = <DonePage lang={request.lang} code={appointment.code} secret={opened.secret} appointment={appointment} />
    return sendPage(request, reply, { title: text[request.lang].done.title, current: paths.schedule, noindex: true }, page)
  })

  app.get<{ Querystring: { xong?: string } }>(paths.track, async (request, reply) => {
    const opened = await openedAccess(request)
    if (opened) await recordOwnLook(db, request.scope, matterOf(opened.access.appointment), civilDateOf(options.now()))
    return opened ? showOwn(request, reply, opened.access, { done: request.query.xong !== undefined }) : showLookup(request, reply)
  })

  app.post(paths.track, async (request, reply) => {
    try {
      const { code, secret } = parseInput(Lookup, request.body, labels)
      const { appointment } = await findAccess(db, request, code, secret)
      openAppointment(reply, { code: appointment.code, secret: spacedSecret(secret) }, secure)
      return reply.redirect(localPath(request.lang, paths.track), 303)
    } catch (error) {
      if (!(error instanceof NotFound)) return showLookup(request, reply, refusalOf(request, error))
      const problems = [{ field: 'code', text: text[request.lang].track.wrong }]
      return showLookup(request, reply, { status: 404, problems, typed: { code: String((request.body as { code?: unknown }).code ?? '') } })
    }
  })

  app.post(paths.cancel, async (request, reply) => {
    const opened = await openedAccess(request)
    if (!opened) return reply.redirect(localPath(request.lang, paths.track), 303)
    try {
      await actOn(options, request, opened.access, 'cancel', request.body)
    } catch (error) {
      const now = await openedAccess(request)
      return showOwn(request, reply, (now ?? opened).access, { refusal: refusalOf(request, error) })
    }
    return reply.redirect(localPath(request.lang, `${paths.track}?xong=1`), 303)
  })

  app.post(paths.close, async (request, reply) => {
    closeAppointment(reply)
    return reply.redirect(localPath(request.lang, paths.track), 303)
  })

  /** The appointment that is open in this browser; its holder acts as the filer. */
  async function openedAccess(request: FastifyRequest): Promise<{ access: Access; secret: string } | undefined> {
    const holder = openedHolder(request)
    const found = holder && (await findByCode(db, request.scope, holder.code))
    if (!found || !secretMatches(holder.secret, found.secretHash)) return undefined
    const { secretHash: _, ...appointment } = found
    return { access: { appointment, roles: new Set(['filer'] as const) }, secret: holder.secret }
  }

  async function showSchedule(request: FastifyRequest, reply: FastifyReply, refusal?: FormRefusal) {
    const { lang } = request
    const today = civilDateOf(options.now())
    const days = await scheduleFrom(db, request.scope, today)
    const page = (
      <SchedulePage
        lang={lang}
        csrf={request.csrfToken()}
        days={days}
        today={today}
        rule={publicationRule(lang, today)}
        clientToken={refusal?.typed['clientToken'] || randomUUID()}
        refusal={refusal}
      />
    )
    const head = { title: text[lang].public.title, description: text[lang].public.lead, current: paths.schedule, status: refusal?.status }
    return sendPage(request, reply, { ...head, islands: ['error-focus', 'char-count'] }, page)
  }

  function showLookup(request: FastifyRequest, reply: FastifyReply, refusal?: FormRefusal) {
    const head = {
      title: text[request.lang].track.title,
      current: paths.schedule,
      status: refusal?.status,
      islands: ['error-focus'] as const,
    }
    return sendPage(request, reply, head, <LookupPage lang={request.lang} csrf={request.csrfToken()} refusal={refusal} />)
  }

  async function showOwn(request: FastifyRequest, reply: FastifyReply, access: Access, shown: { refusal?: FormRefusal; done?: boolean }) {
    const view = await viewAppointment(db, request.scope, access)
    const page = <OwnPage lang={request.lang} csrf={request.csrfToken()} view={view} {...shown} />
    const head = { title: view.appointment.code, current: paths.schedule, noindex: true, status: shown.refusal?.status }
    return sendPage(request, reply, { ...head, islands: ['error-focus'] }, page)
  }
}
