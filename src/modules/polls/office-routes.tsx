import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import { addDays, civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole } from '../accounts/index.ts'
import { listHistory } from '../history/index.ts'
import { allowedActs, requireAct } from '../lifecycle/index.ts'
import { countsOf } from '../tallies/index.ts'
import { acts } from './acts/index.ts'
import { actOn, type PollOptions } from './feature.ts'
import { labels, PollInput } from './fields.ts'
import { lifecycle, type PollAct } from './lifecycle.ts'
import { makePoll } from './make-poll.ts'
import { CreatePage } from './pages/create-page.tsx'
import { OfficePage } from './pages/office-page.tsx'
import { OfficePollPage } from './pages/office-poll-page.tsx'
import { paths } from './paths.ts'
import { matterOf, type Poll, pollStatuses } from './poll.ts'
import { findBySlug, listOptions, listPolls } from './poll-repository.ts'
import { readers, rolesOn } from './rules.ts'
import { text } from './text.ts'

const ROWS = 30
/** A new poll is proposed to run this many days. */
const PROPOSED_DAYS = 30

type BySlug = { Params: { slug: string; act: string }; Querystring: { xong?: string } }

/** `/lam-viec/tham-do`: polls by status, and each with its acts. */
export async function officeRoutes(app: FastifyInstance, options: PollOptions): Promise<void> {
  const { db } = options
  const head = { current: '/lam-viec', noindex: true, office: true }

  app.get<{ Querystring: { xem?: string; after?: string } }>(paths.office, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang, scope, query } = request
    const status = pollStatuses.find((one) => one === query.xem) ?? 'open'
    const after = typeof query.after === 'string' && query.after !== '' ? query.after : null
    const [page, counts] = await Promise.all([listPolls(db, scope, [status], after, ROWS), countsOf(db, scope, 'poll.status', 'all')])
    const list = <OfficePage lang={lang} status={status} page={page} counts={counts} mayMake={hasRole(actor, 'editor')} />
    return sendPage(request, reply, { ...head, title: text[lang].office.title, wide: true }, list)
  })

  app.get(paths.create, async (request, reply) => {
    requireRole(request, ['editor'])
    return showCreate(request, reply)
  })

  app.post(paths.create, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    try {
      const poll = await makePoll(options, request.scope, actor, parseInput(PollInput, request.body, labels))
      return await reply.redirect(localPath(request.lang, `${paths.officeOne(poll.slug)}?xong=1`), 303)
    } catch (error) {
      return showCreate(request, reply, refusalOf(request, error))
    }
  })

  app.get<BySlug>('/lam-viec/tham-do/:slug', async (request, reply) => {
    requireRole(request, readers)
    return showOne(request, reply, await find(request), { done: request.query.xong !== undefined })
  })

  app.post<BySlug>('/lam-viec/tham-do/:slug/:act', async (request, reply) => {
    requireRole(request, readers)
    const poll = await find(request)
    const act = requireAct(acts, request.params.act)
    try {
      await actOn(options, request, poll, act, request.body)
    } catch (error) {
      return showOne(request, reply, await find(request), { attempt: { act, refusal: refusalOf(request, error) } })
    }
    return reply.redirect(localPath(request.lang, `${paths.officeOne(poll.slug)}?xong=1`), 303)
  })

  async function find(request: FastifyRequest<BySlug>): Promise<Poll> {
    const poll = await findBySlug(db, request.scope, request.params.slug)
    if (!poll) throw new NotFound()
    return poll
  }

  function showCreate(request: FastifyRequest, reply: FastifyReply, refusal?: FormRefusal) {
    const { lang } = request
    const opensOn = civilDateOf(options.now())
    const days = { opensOn, closesOn: addDays(opensOn, PROPOSED_DAYS) }
    const page = <CreatePage lang={lang} csrf={request.csrfToken()} days={days} refusal={refusal} />
    const title = text[lang].office.make
    return sendPage(request, reply, { ...head, title, status: refusal?.status, islands: ['error-focus'] }, page)
  }

  async function showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    poll: Poll,
    shown: { attempt?: { act: PollAct; refusal: FormRefusal }; done?: boolean },
  ) {
    const { lang, scope, actor } = request
    const [choices, history] = await Promise.all([
      listOptions(db, scope, poll.id),
      listHistory(db, scope, matterOf(poll), ['public', 'internal']),
    ])
    const page = (
      <OfficePollPage
        lang={lang}
        csrf={request.csrfToken()}
        poll={poll}
        options={choices}
        history={history}
        acts={allowedActs(lifecycle, poll, rolesOn(actor, poll) ?? new Set())}
        {...shown}
      />
    )
    const status = shown.attempt?.refusal.status
    return sendPage(
      request,
      reply,
      { ...head, title: `${text[lang].office.title}: ${poll.question}`, status, islands: ['error-focus'] },
      page,
    )
  }
}
