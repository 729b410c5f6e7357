import type { FastifyReply, FastifyRequest } from 'fastify'

const COOKIE = 'congdan_comment'
/** Seconds that a comment stays open in the browser that sent it or gave its secret: a month, since approval takes days. */
const LIFE = 30 * 24 * 3600

export interface Holder {
  code: string
  secret: string
}

/** Opens a comment in this browser, which keeps code and secret; the server keeps neither for it. */
export function openComment(reply: FastifyReply, { code, secret }: Holder, secure: boolean): void {
  reply.setCookie(COOKIE, `${code}.${secret}`, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: LIFE })
}

/** The comment that is open in this browser. */
export function openedComment(request: FastifyRequest): Holder | null {
  const [code, secret, ...rest] = (request.cookies[COOKIE] ?? '').split('.')
  return code && secret && rest.length === 0 && code.length < 50 && secret.length < 50 ? { code, secret } : null
}
