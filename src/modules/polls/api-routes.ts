import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import { requireRole } from '../accounts/index.ts'
import { allowedActs, requireAct } from '../lifecycle/index.ts'
import { identityOn, limitSending, readerOf, rememberReader } from '../readers/index.ts'
import { acts } from './acts/index.ts'
import { actOn, type PollOptions } from './feature.ts'
import { labels, PollInput, VoteInput } from './fields.ts'
import { lifecycle } from './lifecycle.ts'
import { makePoll } from './make-poll.ts'
import { matterOf, type Poll, pollStatuses, shownStatuses } from './poll.ts'
import { findBySlug, listPolls } from './poll-repository.ts'
import { readers, rolesOn, statusOn } from './rules.ts'
import { text } from './text.ts'
import { pollJson, viewJson, viewPoll } from './views.ts'
import { vote } from './vote.ts'

const BySlug = z.object({ slug: z.string() })
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const PageQuery = z.strictObject({
  after: z.preprocess(blankIsAbsent, z.string().max(200).nullish()).transform((after) => after ?? null),
  limit: z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(20)),
})

/** `/api/v1/polls`. */
export async function apiRoutes(app: FastifyInstance, options: PollOptions): Promise<void> {
  const { db, appKey } = options
  const tags = ['polls']
  const today = () => civilDateOf(options.now())

  app.get('/api/v1/polls', { schema: { tags, summary: 'Polls, the newest first', querystring: PageQuery } }, async (request) => {
    const { after, limit } = parseInput(PageQuery, request.query, labels)
    const { items, next } = await listPolls(db, request.scope, shownStatuses, after, limit)
    return { items: items.map((poll) => pollJson(poll, statusOn(poll, today()))), next }
  })

  app.get('/api/v1/office/polls', { schema: { tags, summary: 'Polls with drafts', querystring: PageQuery } }, async (request) => {
    requireRole(request, readers)
    const { after, limit } = parseInput(PageQuery, request.query, labels)
    const { items, next } = await listPolls(db, request.scope, pollStatuses, after, limit)
    return { items: items.map((poll) => pollJson(poll, poll.status)), next }
  })

  app.post('/api/v1/office/polls', { schema: { tags, summary: 'A new draft', body: PollInput } }, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    const poll = await makePoll(options, request.scope, actor, parseInput(PollInput, request.body, labels))
    return reply.code(201).send(pollJson(poll, poll.status))
  })

  app.get('/api/v1/polls/:slug', { schema: { tags, summary: 'A poll, with what the caller may see', params: BySlug } }, async (request) => {
    const { poll } = await findReadable(request)
    const identity = identityOn(appKey, request.scope, matterOf(poll), readerOf(request))
    return viewJson(await viewPoll(db, request.scope, poll, identity, today()))
  })

  app.post(
    '/api/v1/polls/:slug/votes',
    { schema: { tags, summary: 'Vote, once and in secret', params: BySlug, body: VoteInput } },
    async (request, reply) => {
      limitSending(request)
      const { poll } = await findReadable(request)
      const { options: choices } = parseInput(VoteInput, request.body, labels)
      const reader = rememberReader(request, reply, options.publicUrl?.startsWith('https:') ?? false)
      await vote(options, request.scope, { slug: poll.slug, choices, reader, address: request.ip })
      return reply.code(201).send({ recorded: true })
    },
  )

  app.get('/api/v1/polls/:slug/acts', { schema: { tags, summary: 'What the caller may do now', params: BySlug } }, async (request) => {
    const { poll, roles } = await findReadable(request)
    const items = allowedActs(lifecycle, poll, roles).map((act) => ({
      act,
      label: text[request.lang].act[act],
      input: z.toJSONSchema(acts[act].input, { io: 'input', unrepresentable: 'any' }),
    }))
    return { items }
  })

  const params = BySlug.extend({ act: z.string() })
  app.post('/api/v1/polls/:slug/acts/:act', { schema: { tags, summary: 'Do an act', params } }, async (request) => {
    if (!request.actor) throw new DomainError('not_signed_in', 401)
    const { poll } = await findReadable(request)
    const act = requireAct(acts, (request.params as { act: string }).act)
    const after = await actOn(options, request, poll, act, request.body)
    return pollJson(after, after.status)
  })

  async function findReadable(request: FastifyRequest): Promise<{ poll: Poll; roles: NonNullable<ReturnType<typeof rolesOn>> }> {
    const poll = await findBySlug(db, request.scope, (request.params as { slug: string }).slug)
    const roles = poll && rolesOn(request.actor, poll)
    if (!poll || !roles) throw new NotFound()
    return { poll, roles }
  }
}
