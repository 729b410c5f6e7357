import type { FastifyInstance } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import { isApi } from './address.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes files, as multipart: in the API beside JSON; a form's handler then calls `checkCsrf` itself. */
    takesFiles?: boolean
    /** The address itself carries the key to what the form does: mail programs send it, without cookie and token. */
    keyInAddress?: boolean
    /** The form also stands on kept pages, which are the same for everybody and hold no token: an `Origin` of our own is enough for it. */
    onKeptPages?: boolean
    /** The handler calls `checkCsrf` itself, to draw an expired form again with what was typed. */
    checksForm?: boolean
  }
}

/** Everything from our own files; nothing inline, nothing from elsewhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const fixedHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(), microphone=(), interest-cohort=()',
  'x-frame-options': 'DENY',
}

/** Headers of every answer. */
export function headersFor(https: boolean): Readonly<Record<string, string>> {
  return https ? { ...fixedHeaders, 'strict-transport-security': 'max-age=31536000' } : fixedHeaders
}

/** Headers on every answer, and the check that a change comes from our own pages. */
export function guardHeaders(app: FastifyInstance, options: { publicUrl: string | null; https: boolean }): void {
  const headers = headersFor(options.https)
  const own = options.publicUrl ? new URL(options.publicUrl).origin : null

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers)
  })

  // Before the body is read; where no route is, the answer is 404 or 405 whatever was sent.
  app.addHook('preParsing', async (request) => {
    if (request.is404 || readsOnly(request.method)) return
    const { origin } = request.headers
    if (!/^(identity)?$/i.test(request.headers['content-encoding'] ?? '')) throw new DomainError('unsupported_media_type', 415)
    if (isApi(request) && !isTaken(request.headers['content-type'], request.routeOptions.config.takesFiles ?? false))
      throw new DomainError('unsupported_media_type', 415)
    if (origin && origin !== own && origin !== `${request.protocol}://${request.host}`) throw new DomainError('foreign_origin', 403)
  })

  // What is not said to be cacheable is private: pages carry tokens and names.
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store')
  })
}

export function readsOnly(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/** A form of another site can send any of the three form types without asking; it cannot send JSON. */
function isTaken(contentType: string | undefined, takesFiles: boolean): boolean {
  const type = (contentType ?? '').split(';')[0]!.trim().toLowerCase()
  return type === 'application/json' || (takesFiles && type === 'multipart/form-data')
}
