import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import { civilDateOf, lastDayOfMonth } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { type Actor, requireRole } from '../../accounts/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { findProgrammeBySlug } from '../programme-repository.ts'
import { placeFrom } from '../public/addresses.ts'
import { text as reportsText } from '../reports/text.ts'
import { readers } from '../rules.ts'
import { listTaskPage } from '../task-repository.ts'
import { CalendarPage } from './calendar-page.tsx'
import { listDueItems } from './due-items.ts'
import { listFeeds, makeFeed, revokeFeed } from './feeds.ts'
import { monthAsked } from './month.ts'
import { clockPaths } from './paths.ts'
import { ProgressPage } from './progress-page.tsx'
import { text } from './text.ts'

/** Items of one page of the line of time. */
const ROWS = 50

const WhoseInput = z.strictObject({ of: z.enum(['own', 'unit'], { error: () => 'required' }) })

/** An officer's month, the secret addresses of calendars, and a programme on a line of time. */
export async function calendarRoutes(app: FastifyInstance, { db, now, publicUrl }: ProgrammeOptions): Promise<void> {
  const head = { current: '/lam-viec', noindex: true, office: true }

  app.get(clockPaths.own, async (request, reply) => show(request, reply, requireRole(request, readers)))

  app.post(clockPaths.address, async (request, reply) => {
    const actor = requireRole(request, readers)
    const unitId = feedOf(request, actor)
    const token = await db.transaction().execute((trx) => makeFeed(trx, request.scope, { personId: actor.personId, unitId }, now()))
    const origin = publicUrl ? new URL(publicUrl).origin : `${request.protocol}://${request.host}`
    return show(request, reply, actor, `${origin}${unitId ? clockPaths.unitFeed : clockPaths.ownFeed}?khoa=${token}`)
  })

  app.post(clockPaths.revoke, async (request, reply) => {
    const actor = requireRole(request, readers)
    const unitId = feedOf(request, actor)
    await db.transaction().execute((trx) => revokeFeed(trx, request.scope, { personId: actor.personId, unitId }))
    return reply.redirect(localPath(request.lang, clockPaths.own), 303)
  })

  app.get<{ Params: { slug: string }; Querystring: { sau?: unknown } }>('/lam-viec/chuong-trinh/:slug/tien-do', async (request, reply) => {
    requireRole(request, readers)
    const { lang, scope } = request
    const programme = await findProgrammeBySlug(db, scope, request.params.slug)
    if (!programme) throw new NotFound()
    const after = placeFrom(request.query.sau)
    const { items: tasks, next } = await listTaskPage(db, scope, programme.id, { after, limit: ROWS, dated: true })
    const statuses = reportsText[lang].taskStatus
    const page = <ProgressPage lang={lang} programme={programme} tasks={tasks} next={next} today={civilDateOf(now())} statuses={statuses} />
    return sendPage(request, reply, { ...head, title: `${text[lang].progress.title}: ${programme.title}`, wide: true }, page)
  })

  /** The agency of the caller, or null for their own items. */
  function feedOf(request: FastifyRequest, { unitId }: Actor): string | null {
    const { of } = parseInput(WhoseInput, request.body)
    if (of === 'own') return null
    if (!unitId) throw new NotFound()
    return unitId
  }

  async function show(request: FastifyRequest, reply: FastifyReply, actor: Actor, made?: string) {
    const { lang, scope } = request
    const today = civilDateOf(now())
    const month = monthAsked((request.query as { thang?: unknown }).thang, today)
    const [items, feeds] = await Promise.all([
      listDueItems(db, scope, { personId: actor.personId }, { from: month, to: lastDayOfMonth(month) }),
      listFeeds(db, scope, actor.personId),
    ])
    const page = <CalendarPage lang={lang} csrf={request.csrfToken()} {...{ month, today, items, feeds, made }} unitId={actor.unitId} />
    // The address opens what it names to whoever has it: no proxy and no browser keeps this page.
    reply.header('cache-control', 'private, no-store')
    return sendPage(request, reply, { ...head, title: text[lang].calendar.title }, page)
  }
}
