import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const COOKIE = 'congdan_draft'
/** Seconds; drafts are purged after the same time. */
const LIFE = 7 * 86_400

const form = /^[\w-]{32}$/

/** The key of this browser's draft; null when it has none. */
export function draftKeyOf(request: FastifyRequest): string | null {
  const key = request.cookies[COOKIE]
  return key && form.test(key) ? key : null
}

export function newDraftKey(): string {
  return randomBytes(24).toString('base64url')
}

export function giveDraftKey(reply: FastifyReply, key: string, secure: boolean): void {
  reply.setCookie(COOKIE, key, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: LIFE })
}

export function forgetDraftKey(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' })
}
