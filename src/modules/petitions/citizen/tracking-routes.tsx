import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import { DomainError, InvalidInput, NotFound } from '../../../shared/errors.ts'
import { requiredText } from '../../../shared/fields.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { findAccess, normaliseCode } from '../access.ts'
import { labels } from '../fields.ts'
import { normaliseSecret } from '../secret.ts'
import { closeCases, openCase } from './case-cookie.ts'
import { draftKeyOf, forgetDraftKey } from './draft-cookie.ts'
import { findDraft } from './draft-repository.ts'
import { type FormProblem, inputProblems } from './form-problems.ts'
import { type CitizenOptions, isHttps } from './options.ts'
import { LookupPage } from './pages/lookup-page.tsx'
import { text } from './text.ts'

const LookupForm = z.object({ code: requiredText({ max: 100, singleLine: true }), secret: requiredText({ max: 100, singleLine: true }) })

/** `/tra-cuu`: code and secret open a case in this browser for two hours. */
export const trackingRoutes: FastifyPluginAsync<CitizenOptions> = async (app, options) => {
  app.get<{ Querystring: { ma?: string; xong?: string } }>('/tra-cuu', async (request, reply) => {
    const { ma } = request.query
    const code = typeof ma === 'string' ? normaliseCode(ma).slice(0, 100) : ''
    return showLookup(request, reply, { code, closed: request.query.xong !== undefined })
  })

  app.post<{ Body: Record<string, string> | undefined }>('/tra-cuu', async (request, reply) => {
    const { lang } = request
    const typed = typeof request.body?.['code'] === 'string' ? request.body['code'] : ''
    try {
      const { code, secret } = parseInput(LookupForm, { code: request.body?.['code'], secret: request.body?.['secret'] }, labels)
      const { petition } = await findAccess(options.db, request, code, normaliseSecret(secret))
      openCase(request, reply, petition.id, { appKey: options.appKey, now: options.now(), secure: isHttps(options) })
      return await reply.redirect(localPath(lang, `/tra-cuu/${petition.code}`), 303)
    } catch (error) {
      const failed = (sentence: string, status: number) =>
        showLookup(request, reply, { code: typed, problems: [{ field: 'code', text: sentence }], status })
      if (error instanceof InvalidInput)
        return showLookup(request, reply, { code: typed, problems: inputProblems(lang, error), status: 422 })
      // Unknown code and wrong secret: one sentence, one page.
      if (error instanceof NotFound) return failed(text[lang].lookup.failed, 422)
      if (error instanceof DomainError && error.status === 429) return failed(text[lang].lookup.tooMany, 429)
      throw error
    }
  })

  app.post('/tra-cuu/dong', async (request, reply) => {
    closeCases(reply)
    // The page that shows the secret of what was sent from here closes with it; a draft not yet sent stays.
    const key = draftKeyOf(request)
    if (key && (await findDraft(options.db, request.scope, key))?.filedPetitionId) forgetDraftKey(reply)
    return reply.redirect(localPath(request.lang, '/tra-cuu?xong=1'), 303)
  })
}

interface Lookup {
  code: string
  problems?: readonly FormProblem[]
  status?: number
  closed?: boolean
}

function showLookup(request: FastifyRequest, reply: FastifyReply, { code, problems = [], status = 200, closed = false }: Lookup) {
  const { lang } = request
  return sendPage(
    request,
    reply,
    { title: text[lang].lookup.title, current: '/tra-cuu', status, islands: ['error-focus'] },
    <LookupPage lang={lang} csrf={request.csrfToken()} code={code} problems={problems} closed={closed} signedIn={request.actor !== null} />,
  )
}
