import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { requireActor } from '../../accounts/index.ts'
import { type Access, findReadable, secretHeader } from '../access.ts'
import { isPublic } from '../petition.ts'
import type { PetitionOptions } from '../service.ts'
import { askAccountAddress, askToFollow, followWithAccount, stopFollowing } from './follow.ts'
import { hasEnded } from './follower.ts'
import { findByAccount, findCaseOf } from './follower-repository.ts'
import { FollowInput, labels } from './inputs.ts'
import { limitFollowing } from './limits.ts'

const ByCode = z.object({ code: z.string() })
const PATH = '/api/v1/petitions/:code/followers'

/** `/api/v1/petitions/{code}/followers`: say "me too", and take it back. Who follows is never told. */
export const followingApi: FastifyPluginAsync<PetitionOptions> = async (app, options) => {
  const { db, now } = options

  app.post(
    PATH,
    {
      schema: {
        tags: ['petitions'],
        summary: 'Follow a public case: with a session at once, with an address after it was confirmed',
        params: ByCode,
        body: FollowInput,
      },
    },
    async (request, reply) => {
      const { petition, roles } = await readable(request)
      limitFollowing(request, petition.id)
      if (roles.has('filer')) throw new DomainError('own_case', 409)
      if (!isPublic(petition)) throw new DomainError('not_public', 409)
      if (hasEnded(petition)) throw new DomainError('case_ended', 409)
      const { email } = parseInput(FollowInput, request.body, labels)
      const { scope, lang, actor } = request
      const at = now()
      if (!actor && email === null) parseInput(z.object({ email: z.string() }), {}, labels)
      await db.transaction().execute(async (trx) => {
        if (actor) await followWithAccount(trx, scope, petition.id, actor.personId, lang, at)
        if (!email) return
        const asking = { email, lang, now: at }
        if (actor) await askAccountAddress(trx, scope, petition.id, actor.personId, asking)
        else await askToFollow(trx, scope, petition.id, asking)
      })
      if (actor) options.dropPages([`petition:${petition.id}`])
      const after = await findCaseOf(db, scope, petition.id)
      return reply
        .code(actor ? 201 : 202)
        .header('cache-control', 'no-store')
        .send({ following: actor !== null, confirmation: email !== null, followers: after?.followers ?? 0 })
    },
  )

  app.delete(
    PATH,
    { schema: { tags: ['petitions'], summary: 'Follow a case with this account no longer', params: ByCode } },
    async (request, reply) => {
      const actor = requireActor(request)
      const { petition } = await readable(request)
      const follower = await findByAccount(db, request.scope, petition.id, actor.personId)
      if (!follower) throw new DomainError('not_following', 409)
      await db.transaction().execute((trx) => stopFollowing(trx, request.scope, follower, now()))
      options.dropPages([`petition:${petition.id}`])
      return reply.code(204).send()
    },
  )

  function readable(request: FastifyRequest): Promise<Access> {
    return findReadable(db, request, (request.params as { code: string }).code, secretHeader(request))
  }
}
