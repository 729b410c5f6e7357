import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { checkSecret, secretHeader } from '../../platform/secret-check.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import { isUuid } from '../../shared/ids.ts'
import { moderate } from '../moderation/index.ts'
import { type Comment, readSubject } from './comment.ts'
import { findById, findWords } from './comment-repository.ts'
import { ApiInput, GuestInput, ListQuery, labels, ResendInput } from './fields.ts'
import { limitSending } from './limits.ts'
import { listAnswers, listThreads, withWords } from './list-comments.ts'
import type { CommentOptions } from './options.ts'
import { sendComment } from './send-comment.ts'
import { getSubject } from './subject.ts'
import { ownJson, publicJson, threadJson, viewOwn } from './views.ts'

const SECRET = 'x-comment-secret'
const ById = z.object({ id: z.string() })

/** `/api/v1/comments`. */
export async function apiRoutes(app: FastifyInstance, options: CommentOptions): Promise<void> {
  const { db, subjects } = options
  const tags = ['comments']

  app.get('/api/v1/comments', { schema: { tags, summary: 'Public comments of a subject', querystring: ListQuery } }, async (http) => {
    const { subject: named, parent, sort, after = null, limit } = parseInput(ListQuery, http.query, labels)
    const { type, id } = await getSubject(db, http.scope, subjects, readSubject(named))
    if (parent === undefined) {
      const { items, next } = await listThreads(db, http.scope, { type, id }, { sort, after, limit })
      return { items: items.map(threadJson), next }
    }
    const found = await findById(db, http.scope, parent)
    if (!found || found.subjectType !== type || found.subjectId !== id || !found.firstShownAt) throw new NotFound()
    const { items, next } = await listAnswers(db, http.scope, parent, after, limit)
    return { items: items.map(publicJson), next }
  })

  app.post(
    '/api/v1/comments',
    { bodyLimit: 1024 * 1024, schema: { tags, summary: 'Send a comment', body: ApiInput } },
    async (http, reply) => {
      const { actor } = http
      const shape = actor ? ApiInput : z.strictObject({ ...ApiInput.shape, name: GuestInput.shape.name })
      const { subject: named, ...input } = parseInput(shape, http.body, labels)
      const subject = readSubject(named)
      await getSubject(db, http.scope, subjects, subject)
      const { matter, secret, repeated } = await sendComment(options, {
        scope: http.scope,
        site: http.site,
        subject: subject!,
        input: { ...input, name: actor?.name ?? input.name! },
        actor,
        lang: http.lang,
        filled: { seconds: null, trap: false },
        ourForm: false,
        limit: () => limitSending(http),
      })
      const view = await viewOwn(db, http.scope, subjects, matter)
      return reply.code(repeated ? 200 : 201).send({ ...ownJson(view), secret })
    },
  )

  app.get('/api/v1/comments/:id', { schema: { tags, summary: 'One comment', params: ById } }, async (http) => {
    const { comment, isWriter } = await getComment(http)
    if (isWriter) return ownJson(await viewOwn(db, http.scope, subjects, comment))
    if (!comment.firstShownAt) throw new NotFound()
    return publicJson((await withWords(db, http.scope, [comment])).get(comment.id)!)
  })

  const params = ById.extend({ act: z.enum(['resend', 'withdraw']) })
  const schema = { tags, summary: 'Send again or take back', params }
  app.post('/api/v1/comments/:id/acts/:act', { bodyLimit: 1024 * 1024, schema }, async (http) => {
    if (!http.actor && secretHeader(http, SECRET) === null) throw new DomainError('not_signed_in', 401)
    const { comment, isWriter } = await getComment(http)
    if (!isWriter && !comment.firstShownAt) throw new NotFound()
    const { act } = http.params as { act: string }
    if (act !== 'resend' && act !== 'withdraw') throw new DomainError('unknown_act', 404)
    if (!isWriter) throw new DomainError('forbidden', 403)
    if (act === 'resend') parseInput(ResendInput, http.body, labels)
    const { itemId } = await viewOwn(db, http.scope, subjects, comment)
    await moderate(options.moderation, { scope: http.scope, actor: http.actor, isWriter, id: itemId, act, input: http.body })
    return ownJson(await viewOwn(db, http.scope, subjects, (await getComment(http)).comment))
  })

  /** @throws NotFound when there is none, or the secret does not fit */
  async function getComment(http: FastifyRequest): Promise<{ comment: Comment; isWriter: boolean }> {
    const { id } = http.params as { id: string }
    const found = isUuid(id) ? await findById(db, http.scope, id) : undefined
    const holdsSecret = checkSecret(http, secretHeader(http, SECRET), found?.secretHash)
    if (!found) throw new NotFound()
    const { secretHash: _, ...comment } = found
    const words = !holdsSecret && http.actor ? await findWords(db, http.scope, comment.id) : undefined
    return { comment, isWriter: holdsSecret || (words !== undefined && words.accountId === http.actor?.personId) }
  }
}
