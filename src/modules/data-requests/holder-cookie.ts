import type { FastifyReply, FastifyRequest } from 'fastify'

const COOKIE = 'congdan_data_request'
/** Seconds that a request stays open in the browser that made it or gave its secret. */
const LIFE = 2 * 3600

export interface Holder {
  code: string
  secret: string
}

/** Opens a request in this browser, which keeps code and secret for a while; the server keeps neither for it. */
export function openRequest(reply: FastifyReply, { code, secret }: Holder, secure: boolean): void {
  reply.setCookie(COOKIE, `${code}.${secret}`, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: LIFE })
}

export function closeRequest(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' })
}

/** The request that is open in this browser. */
export function openedHolder(request: FastifyRequest): Holder | null {
  const [code, secret, ...rest] = (request.cookies[COOKIE] ?? '').split('.')
  return code && secret && rest.length === 0 && code.length < 50 && secret.length < 50 ? { code, secret } : null
}
