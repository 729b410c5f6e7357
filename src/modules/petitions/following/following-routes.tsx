import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { isUuid } from '../../../shared/ids.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { requireActor } from '../../accounts/index.ts'
import { normaliseCode } from '../access.ts'
import { isOwn } from '../citizen/find-petition.ts'
import type { CitizenOptions } from '../citizen/options.ts'
import { isPublic, type Petition, published } from '../petition.ts'
import { findByCode } from '../petition-repository.ts'
import { askAccountAddress, askToFollow, type Confirmed, confirmFollowing, followWithAccount, stopFollowing } from './follow.ts'
import { type Follower, followerOfToken, hasEnded } from './follower.ts'
import { findByAccount, findCaseOf, findFollower } from './follower-repository.ts'
import { AddressInput, labels } from './inputs.ts'
import { limitFollowing } from './limits.ts'
import { listEnded, listFollowed } from './list-followed.ts'
import { ConfirmPage } from './pages/confirm-page.tsx'
import { FollowPage, type FollowState } from './pages/follow-page.tsx'
import { FollowedPage } from './pages/followed-page.tsx'
import { confirmPath, FOLLOWED, followPath } from './paths.ts'
import { text } from './text.ts'

type ByCode = { Params: { code: string }; Querystring: { xong?: string } }
type ByToken = { Params: { token: string }; Querystring: { xong?: string } }

const LIST = 20

/** What a form that was sent led to, after the redirect. */
const done = ['hoi', 'theo', 'ngung'] as const

/** `/don/{code}/theo-doi` and `/theo-doi/{token}`: "me too", with an account or with an address that is asked first. */
export const followingRoutes: FastifyPluginAsync<CitizenOptions> = async (app, options) => {
  const { db, now, appKey } = options

  app.get<ByCode>('/don/:code/theo-doi', async (request, reply) => {
    const { petition, isFiler } = await publicCase(request)
    return show(request, reply, petition, isFiler)
  })

  app.post<ByCode>('/don/:code/theo-doi', async (request, reply) => {
    const { petition, isFiler } = await publicCase(request)
    const { scope, lang, actor } = request
    limitFollowing(request, petition.id)
    const { _csrf, ...typed } = { ...(request.body as Record<string, string> | undefined) }
    try {
      if (isFiler) throw new DomainError('own_case', 409)
      const own = actor && (await findByAccount(db, scope, petition.id, actor.personId))
      if (actor && !own) {
        await db.transaction().execute((trx) => followWithAccount(trx, scope, petition.id, actor.personId, lang, now()))
        options.dropPages([`petition:${petition.id}`])
        return await to(request, reply, petition, 'theo')
      }
      const asking = { ...parseInput(AddressInput, typed, labels), lang, now: now() }
      await db
        .transaction()
        .execute((trx) =>
          actor ? askAccountAddress(trx, scope, petition.id, actor.personId, asking) : askToFollow(trx, scope, petition.id, asking),
        )
      return await to(request, reply, petition, 'hoi')
    } catch (error) {
      return show(request, reply, petition, isFiler, error)
    }
  })

  app.post<ByCode>('/don/:code/theo-doi/ngung', async (request, reply) => {
    const actor = requireActor(request)
    const { petition } = await publicCase(request)
    const own = await findByAccount(db, request.scope, petition.id, actor.personId)
    if (own) {
      await db.transaction().execute((trx) => stopFollowing(trx, request.scope, own, now()))
      options.dropPages([`petition:${petition.id}`])
    }
    return to(request, reply, petition, 'ngung')
  })

  // Looking changes nothing: programs that check links look.
  app.get<ByToken>('/theo-doi/:token', async (request, reply) => {
    const { follower, petition } = await asked(request)
    return showConfirmation(request, reply, petition, follower.emailConfirmedAt ? 'already' : hasEnded(petition) ? 'ended' : 'asked')
  })

  app.post<ByToken>('/theo-doi/:token', { config: { keyInAddress: true } }, async (request, reply) => {
    const { follower, petition } = await asked(request)
    let outcome: Confirmed | 'ended'
    try {
      outcome = await db.transaction().execute((trx) => confirmFollowing(trx, request.scope, follower, now()))
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'case_ended')) throw error
      outcome = 'ended'
    }
    if (outcome === 'ownCase' || outcome === 'ended') return showConfirmation(request, reply.code(409), petition, outcome, 409)
    if (outcome === 'followed') options.dropPages([`petition:${petition.id}`])
    return reply.redirect(localPath(request.lang, `${confirmPath(request.params.token)}?xong=1`), 303)
  })

  app.get<{ Querystring: { after?: string } }>(FOLLOWED, async (request, reply) => {
    const actor = requireActor(request)
    const { after } = request.query
    if (after !== undefined && !(typeof after === 'string' && isUuid(after))) throw new DomainError('bad_cursor', 422)
    const { lang, scope } = request
    const page = await listFollowed(db, scope, actor.personId, after ?? null, LIST)
    return sendPage(
      request,
      reply,
      { title: text[lang].list.title, noindex: true, current: '/tai-khoan/don' },
      <FollowedPage
        lang={lang}
        page={{ ...page, items: page.items.map(published) }}
        first={after === undefined}
        ended={after === undefined ? await listEnded(db, scope, actor.personId) : []}
        today={civilDateOf(now())}
      />,
    )
  })

  /** @throws NotFound when unknown or hidden: both look the same */
  async function publicCase(request: FastifyRequest<ByCode>): Promise<{ petition: Petition; isFiler: boolean }> {
    const found = await findByCode(db, request.scope, normaliseCode(request.params.code))
    if (!found || !isPublic(found)) throw new NotFound()
    const { secretHash: _hash, accountId: _account, ...petition } = found
    return { petition, isFiler: isOwn(request, options, found) }
  }

  /** @throws NotFound for a forged link, an address that was erased, a case that is public no longer */
  async function asked(request: FastifyRequest<ByToken>): Promise<{ follower: Follower; petition: Petition }> {
    const id = followerOfToken({ appKey }, request.scope, request.params.token)
    const follower = id ? await findFollower(db, request.scope, id) : undefined
    const petition = follower && (await findCaseOf(db, request.scope, follower.petitionId))
    if (!follower?.email || !petition || !isPublic(petition)) throw new NotFound()
    return { follower, petition }
  }

  function to(request: FastifyRequest, reply: FastifyReply, { code }: Petition, how: (typeof done)[number]) {
    return reply.redirect(localPath(request.lang, `${followPath(code)}?xong=${how}`), 303)
  }

  async function show(request: FastifyRequest<ByCode>, reply: FastifyReply, petition: Petition, isFiler: boolean, error?: unknown) {
    const { lang, scope, actor } = request
    const refusal = error === undefined ? null : refusalOf(request, error)
    const own = actor && (await findByAccount(db, scope, petition.id, actor.personId))
    const state: FollowState = isFiler ? 'own' : own ? 'following' : hasEnded(petition) ? 'ended' : actor ? 'account' : 'visitor'
    return sendPage(
      request,
      reply,
      {
        title: `${text[lang].page.title} · ${petition.code}`,
        noindex: true,
        current: '/don',
        status: refusal?.status ?? 200,
        islands: ['error-focus'],
      },
      <FollowPage
        lang={lang}
        csrf={request.csrfToken()}
        petition={published(petition)}
        state={state}
        hasMail={Boolean(own?.emailConfirmedAt)}
        done={done.find((one) => one === request.query.xong) ?? null}
        typed={refusal?.typed['email'] ?? ''}
        problems={refusal?.problems ?? []}
      />,
    )
  }

  function showConfirmation(
    request: FastifyRequest<ByToken>,
    reply: FastifyReply,
    petition: Petition,
    state: 'asked' | 'already' | 'ended' | 'ownCase',
    status = 200,
  ) {
    const { lang } = request
    return sendPage(
      request,
      reply,
      { title: `${state === 'already' ? text[lang].confirm.done : text[lang].confirm.title} · ${petition.code}`, noindex: true, status },
      <ConfirmPage lang={lang} action={confirmPath(request.params.token)} petition={published(petition)} state={state} />,
    )
  }
}
