import type { FastifyReply, FastifyRequest } from 'fastify'
import { isUuid } from '../../shared/ids.ts'

const COOKIE = 'congdan_appointment'
/** Seconds that an appointment stays open in the browser that asked for it or gave its secret. */
const LIFE = 2 * 3600

/** Opens an appointment in this browser by its token, which is as hard to guess as its secret. */
export function openAppointment(reply: FastifyReply, clientToken: string, secure: boolean): void {
  reply.setCookie(COOKIE, clientToken, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: LIFE })
}

export function closeAppointment(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' })
}

/** The token of the appointment that is open in this browser. */
export function openedToken(request: FastifyRequest): string | null {
  const token = request.cookies[COOKIE]
  return token && isUuid(token) ? token : null
}
