import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Trx } from '../../platform/database.ts'
import { parseInput } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { type Actor, requireRole, type Scope } from '../accounts/index.ts'
import { audit } from '../history/index.ts'
import { daysOfYear, LAST_YEAR } from './calendar.ts'
import { type CalendarChange, changeCalendar } from './change-calendar.ts'
import { formProblems } from './form-problems.ts'
import { ClearInput, ConfirmInput, DayInput, labels, TargetInput, YearQuery } from './inputs.ts'
import { listMoved } from './list-moved.ts'
import { findYearNotices, loadCalendar } from './load-calendar.ts'
import { listLocalTargets, setLocalTarget } from './local-targets.ts'
import { CALENDAR, CalendarPage } from './pages/calendar-page.tsx'
import { LocalTargetsPage, TARGETS } from './pages/local-targets-page.tsx'
import { recomputeRunning } from './recompute-running.ts'
import type { ClockRouteOptions } from './routes.tsx'
import { text } from './text.ts'

const administrators = ['administrator'] as const
const statusOf = (error: unknown) => (error instanceof DomainError ? error.status : 500)

/** Moved due dates shown below the calendar. */
const MOVED = 100

/** The administrator's pages: the office calendar and the local targets. */
export async function adminClockRoutes(app: FastifyInstance, { db, now, afterCalendarChange }: ClockRouteOptions): Promise<void> {
  app.get(CALENDAR, async (request, reply) => {
    requireRole(request, administrators)
    return showCalendar(request, reply)
  })

  app.post(CALENDAR, async (request, reply) => {
    const actor = requireRole(request, administrators)
    try {
      const change = changeIn(request.body)
      const moved = await db.transaction().execute((trx) => changeAndRecompute(trx, request.scope, actor, change))
      const date = change.set?.[0]?.date ?? change.clear?.[0]
      const year = date?.slice(0, 4) ?? change.confirmYear
      return reply.redirect(localPath(request.lang, `${CALENDAR}?nam=${year}&xong=${moved ?? ''}`), 303)
    } catch (error) {
      return showCalendar(request, reply, error)
    }
  })

  /** Running clocks follow in a job where one is wired (with each case's history), else at once: then their number is known. */
  async function changeAndRecompute(trx: Trx, scope: Scope, actor: Actor, change: CalendarChange): Promise<number | null> {
    const { since } = await changeCalendar(trx, scope, actor, change)
    await audit(trx, scope, actor, 'calendar.changed', null, { notice: change.notice.number, since })
    if (!afterCalendarChange) return (await recomputeRunning(trx, scope, { on: civilDateOf(now()), since, actorId: actor.personId })).length
    await afterCalendarChange(trx, scope, { since, notice: change.notice.number, actorId: actor.personId })
    return null
  }

  async function showCalendar(request: FastifyRequest, reply: FastifyReply, error?: unknown) {
    const { lang } = request
    const words = text[lang]
    const query = request.query as Record<string, unknown>
    const year = YearQuery.parse(query).nam ?? Number(civilDateOf(now()).slice(0, 4))
    const calendar = await loadCalendar(db, request.scope)
    const moved = query['xong']
    const done =
      typeof moved !== 'string'
        ? null
        : /^\d{1,9}$/.test(moved)
          ? words.calendarPage.moved(Number(moved))
          : `${words.admin.saved} ${words.calendarPage.recompute}`
    const shown = {
      text: words,
      lang,
      csrf: request.csrfToken(),
      year: Math.min(year, LAST_YEAR),
      decided: calendar.decidedYears.has(year),
      notices: await findYearNotices(db, request.scope, year),
      days: daysOfYear(calendar, year),
      done,
      moved: await listMoved(db, request.scope, MOVED),
      typed: error === undefined ? {} : (request.body as Record<string, unknown>),
      problems: error === undefined ? [] : formProblems(lang, error, { date_out_of_range: 'date' }),
    }
    const head = { title: words.calendarPage.title(year), noindex: true, office: true, islands: ['error-focus' as const] }
    return sendPage(request, reply, { ...head, status: error === undefined ? 200 : statusOf(error) }, <CalendarPage {...shown} />)
  }

  app.get(TARGETS, async (request, reply) => {
    requireRole(request, administrators)
    return showTargets(request, reply)
  })

  app.post(TARGETS, async (request, reply) => {
    const actor = requireRole(request, administrators)
    try {
      const { value, unit, ...target } = parseInput(TargetInput, request.body, labels)
      await db.transaction().execute(async (trx) => {
        await setLocalTarget(trx, request.scope, actor, { ...target, limit: { value, unit } })
        await audit(trx, request.scope, actor, 'localTarget.set', null, { rule: target.rule, value, unit, validFrom: target.validFrom })
      })
      return reply.redirect(localPath(request.lang, `${TARGETS}?xong=1`), 303)
    } catch (error) {
      return showTargets(request, reply, error)
    }
  })

  async function showTargets(request: FastifyRequest, reply: FastifyReply, error?: unknown) {
    const { lang } = request
    const words = text[lang]
    const query = request.query as Record<string, unknown>
    const shown = {
      text: words,
      lang,
      csrf: request.csrfToken(),
      targets: await listLocalTargets(db, request.scope),
      done: query['xong'] === undefined ? null : words.admin.saved,
      typed: error === undefined ? {} : (request.body as Record<string, unknown>),
      problems: error === undefined ? [] : formProblems(lang, error, { rule_not_in_force: 'validFrom' }),
    }
    const head = { title: words.targetsPage.title, noindex: true, office: true, islands: ['error-focus' as const] }
    return sendPage(request, reply, { ...head, status: error === undefined ? 200 : statusOf(error) }, <LocalTargetsPage {...shown} />)
  }
}

/** The three forms of the calendar page, by their hidden `act`. */
function changeIn(body: unknown): CalendarChange {
  const { act } = (body ?? {}) as { act?: unknown }
  if (act === 'confirm') {
    const { year, noticeNumber, noticeOn } = parseInput(ConfirmInput, body, labels)
    return { notice: { number: noticeNumber, on: noticeOn }, confirmYear: year }
  }
  if (act === 'clear') {
    const { date, noticeNumber, noticeOn } = parseInput(ClearInput, body, labels)
    return { notice: { number: noticeNumber, on: noticeOn }, clear: [date] }
  }
  const { date, kind, name, noticeNumber, noticeOn } = parseInput(DayInput, body, labels)
  return { notice: { number: noticeNumber, on: noticeOn }, set: [{ date, kind, name }] }
}
