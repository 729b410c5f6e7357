import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { originOf } from '../../../platform/http/index.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { listClocks } from '../../clocks/index.ts'
import { matterOf } from '../petition.ts'
import { secretFor, secretMatches } from '../secret.ts'
import { openCase } from './case-cookie.ts'
import { draftKeyOf } from './draft-cookie.ts'
import { findDraft } from './draft-repository.ts'
import { findById } from './find-petition.ts'
import { type CitizenOptions, isHttps } from './options.ts'
import { DonePage } from './pages/done-page.tsx'
import { SlipPage } from './pages/slip-page.tsx'
import { text } from './text.ts'

/** What the person takes away: the code, the secret, the first days. The browser's draft key opens it, as often as it is asked. */
export const doneRoutes: FastifyPluginAsync<CitizenOptions> = async (app, options) => {
  app.get('/gui-don/xong', async (request, reply) => {
    const receipt = await receiptOf(request, reply)
    if (!receipt) return reply.redirect(localPath(request.lang, '/gui-don'), 303)
    const { lang } = request
    return sendPage(
      request,
      reply,
      { title: text[lang].done.title, noindex: true, current: '/gui-don', islands: ['draft', 'copy'] },
      <DonePage lang={lang} csrf={request.csrfToken()} {...receipt} />,
    )
  })

  app.get('/gui-don/phieu', async (request, reply) => {
    const receipt = await receiptOf(request, reply)
    if (!receipt) return reply.redirect(localPath(request.lang, '/gui-don'), 303)
    const { lang } = request
    const trackingUrl = `${originOf(options, request)}${localPath(lang, `/tra-cuu?ma=${receipt.petition.code}`)}`
    return sendPage(
      request,
      reply,
      { title: text[lang].slip.title, noindex: true, current: '/gui-don', islands: ['print'] },
      <SlipPage lang={lang} site={request.site} trackingUrl={trackingUrl} {...receipt} />,
    )
  })

  async function receiptOf(request: FastifyRequest, reply: FastifyReply) {
    const { scope } = request
    const key = draftKeyOf(request)
    const draft = key ? await findDraft(options.db, scope, key) : undefined
    const found = draft?.filedPetitionId ? await findById(options.db, scope, draft.filedPetitionId) : undefined
    if (!draft || !found) return undefined
    const { secretHash, accountId: _, ...petition } = found
    const secret = secretFor(options.appKey, scope.authorityId, draft.clientToken)
    openCase(request, reply, petition.id, { appKey: options.appKey, now: options.now(), secure: isHttps(options) })
    return {
      petition,
      secret: secretMatches(secret, secretHash) ? secret : null,
      clocks: await listClocks(options.db, scope, matterOf(petition)),
    }
  }
}
