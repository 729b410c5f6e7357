import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { documentOf, sendPage } from '../../ui/page.tsx'
import { identityOn, limitSending, readerOf, readerOfForm } from '../readers/index.ts'
import { POLLS_TAG, type PollOptions } from './feature.ts'
import { labels, VoteInput } from './fields.ts'
import { ListPage } from './pages/list-page.tsx'
import { PollPage } from './pages/poll-page.tsx'
import { paths } from './paths.ts'
import { matterOf, type Poll, shownStatuses } from './poll.ts'
import { findBySlug, listPolls } from './poll-repository.ts'
import { isShown, statusOn } from './rules.ts'
import { text } from './text.ts'
import { viewPoll } from './views.ts'
import { vote } from './vote.ts'

const ROWS = 20

type BySlug = { Params: { slug: string }; Querystring: { xong?: string; lan?: string } }

/** `/tham-do`: polls, voting and results. No account and no script needed; nothing is given to a browser that only reads. */
export async function publicRoutes(app: FastifyInstance, options: PollOptions): Promise<void> {
  const { db, cache, now } = options
  const secure = options.publicUrl?.startsWith('https:') ?? false
  const today = () => civilDateOf(now())

  app.get<{ Querystring: { after?: string } }>(paths.list, async (request, reply) => {
    const { lang, scope, query } = request
    const after = typeof query.after === 'string' && query.after !== '' ? query.after : null
    const on = today()
    return cache.send(request, reply, {
      key: `polls ${on} ${after ?? ''}`,
      tags: [POLLS_TAG],
      render: async () => {
        const { items, next } = await listPolls(db, scope, shownStatuses, after, ROWS)
        const page = { items: items.map((poll) => ({ ...poll, statusToday: statusOn(poll, on) })), next }
        const { title, lead: description } = text[lang].list
        const path = after ? `${paths.list}?after=${after}` : paths.list
        const head = { title, description, current: paths.list }
        return documentOf({ ...request.publicChrome(), path }, head, <ListPage lang={lang} page={page} />)
      },
    })
  })

  app.get<BySlug>('/tham-do/:slug', async (request, reply) => {
    const poll = await findShown(request)
    return show(request, reply, poll, { justVoted: request.query.xong !== undefined })
  })

  app.post<BySlug>('/tham-do/:slug/bieu-quyet', { config: { onKeptPages: true } }, async (request, reply) => {
    limitSending(request)
    const poll = await findShown(request)
    const { slug } = poll
    try {
      const reader = readerOfForm(request, reply, { path: paths.vote(slug), secure })
      if (!reader) return reply
      const { options: choices } = parseInput(VoteInput, request.body, labels)
      await vote(options, request.scope, { slug, choices, reader, address: request.ip })
    } catch (error) {
      return show(request, reply, (await findBySlug(db, request.scope, slug)) ?? poll, { refusal: refusalOf(request, error) })
    }
    return reply.redirect(localPath(request.lang, `${paths.one(slug)}?xong=1`), 303)
  })

  async function findShown(request: FastifyRequest<BySlug>): Promise<Poll> {
    const poll = await findBySlug(db, request.scope, request.params.slug)
    if (!poll || !isShown(poll)) throw new NotFound()
    return poll
  }

  async function show(request: FastifyRequest, reply: FastifyReply, poll: Poll, shown: { refusal?: FormRefusal; justVoted?: boolean }) {
    const { lang, scope, actor } = request
    const identity = identityOn(options.appKey, scope, matterOf(poll), readerOf(request))
    const view = await viewPoll(db, scope, poll, identity, today())
    const sent = (request.body as { options?: unknown } | undefined)?.options
    const page = (
      <PollPage
        lang={lang}
        view={view}
        csrf={request.csrfToken()}
        isSignedIn={actor !== null}
        justVoted={(shown.justVoted ?? false) && view.hasVoted}
        refusal={withField(shown.refusal, poll)}
        chosen={shown.refusal ? [sent ?? []].flat().map(String) : []}
      />
    )
    const head = { title: poll.question, description: text[lang].list.lead, current: paths.list, status: shown.refusal?.status }
    return sendPage(request, reply, { ...head, islands: ['error-focus'] }, page)
  }
}

/** Every refusal of a vote belongs to its one field, while there is one. */
function withField(refusal: FormRefusal | undefined, { slug }: Poll): FormRefusal | undefined {
  if (refusal?.status !== 422) return refusal
  return { ...refusal, problems: refusal.problems.map(({ text }) => ({ field: `poll-${slug}`, text })) }
}
