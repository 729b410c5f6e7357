import type { FastifyInstance } from 'fastify'
import { DomainError } from '../../shared/errors.ts'

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

const fixed: Record<string, string> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(), microphone=(), interest-cohort=()',
  'x-frame-options': 'DENY',
}

/** Headers on every answer, and the check that a change comes from our own pages. */
export function guardHeaders(app: FastifyInstance, options: { publicUrl: string | null; https: boolean }): void {
  const own = options.publicUrl ? new URL(options.publicUrl).origin : null

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(fixed)
    if (options.https) reply.header('strict-transport-security', 'max-age=31536000')
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
    const { origin } = request.headers
    const type = request.headers['content-type'] ?? ''
    if (request.url.startsWith('/api/') && !/^(application\/json|multipart\/form-data)\s*(;|$)/i.test(type))
      throw new DomainError('unsupported_media_type', 415)
    if (origin && origin !== own && origin !== `${request.protocol}://${request.host}`) throw new DomainError('foreign_origin', 403)
  })

  // What is not said to be cacheable is private: pages carry tokens and names.
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store')
  })
}
