import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Written } from '../../verdicts/index.ts'

const COOKIE = 'congdan_verdict'
/** Seconds in which the page of thanks can be opened again. */
const LIFE = 3600

/** Code and secret of words that were just sent; the browser keeps them for this one page. */
export function keepWritten(reply: FastifyReply, taskCode: string, written: Written, secure: boolean): void {
  if (!written) return
  const value = `${taskCode}.${written.code}.${written.secret}`
  reply.setCookie(COOKIE, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: LIFE })
}

/** What was sent about this item just now. */
export function writtenFrom(request: FastifyRequest, taskCode: string): Written {
  const [about, code, secret, ...rest] = (request.cookies[COOKIE] ?? '').split('.')
  if (about !== taskCode || rest.length > 0) return null
  return code && secret && code.length < 50 && secret.length < 50 ? { code, secret } : null
}
