import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import { isApi } from './address.ts'
import { readsOnly } from './headers.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Token for the forms of this browser; gives the browser its cookie when it has none. */
    csrfToken: () => string
    /** @throws DomainError form_expired (403) when the token is not this browser's */
    checkCsrf: (token: unknown) => void
    /** Tells browsers apart for limits of rate, and for nothing else; null for one that has opened no form yet. */
    browserKey: () => string | null
  }
}

const COOKIE = 'congdan_form'

/** Forms carry a token derived from a cookie that other sites cannot read; API calls carry an Origin instead. */
export function guardForms(app: FastifyInstance, options: { appKey: Buffer; secureCookies: boolean }): void {
  const tokenOf = (seed: string) => createHmac('sha256', options.appKey).update(`form:${seed}`).digest('base64url')

  app.decorateRequest('csrfToken')
  app.decorateRequest('checkCsrf')
  app.decorateRequest('browserKey')
  app.addHook('onRequest', async (request, reply) => {
    let seed = request.cookies[COOKIE]
    request.csrfToken = () => {
      if (seed?.length !== 22) {
        seed = randomBytes(16).toString('base64url')
        reply.setCookie(COOKIE, seed, { path: '/', httpOnly: true, sameSite: 'lax', secure: options.secureCookies })
      }
      return tokenOf(seed)
    }
    request.browserKey = () => (seed?.length === 22 ? tokenOf(`browser:${seed}`) : null)
    request.checkCsrf = (token) => {
      const known = request.cookies[COOKIE]
      if (!known || typeof token !== 'string' || !sameText(token, tokenOf(known))) throw new DomainError('form_expired', 403)
    }
  })

  app.addHook('preHandler', async (request) => {
    if (!isForm(request)) return
    const body = request.body as Record<string, unknown> | undefined
    const token = body?.['_csrf']
    if (body) delete body['_csrf']
    // A foreign Origin was refused before the body was read: one that is there is our own. Every browser sends it with a form.
    const isVouchedFor = token === undefined && request.routeOptions.config.onKeptPages && request.headers.origin !== undefined
    if (!isVouchedFor) request.checkCsrf(token)
  })
}

function isForm(request: FastifyRequest): boolean {
  if (request.is404 || readsOnly(request.method) || isApi(request)) return false
  const { keyInAddress, checksForm } = request.routeOptions.config
  if (keyInAddress || checksForm) return false
  // A route that takes files reads its form itself, and checks the token among the fields. Sent to any other route, that type
  // leaves no fields and so no token: it must not be a way round the check.
  const isMultipart = /^multipart\/form-data\s*(;|$)/i.test(request.headers['content-type'] ?? '')
  return !(isMultipart && request.routeOptions.config.takesFiles)
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
