import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isUuid } from '../../../shared/ids.ts'

const COOKIE = 'congdan_cases'
/** Opened with a secret, a case stays open this long, ms. */
const OPEN_MS = 2 * 3_600_000
/** Cases open at once in one browser; the oldest gives way. */
const MOST = 8

interface Opened {
  petitionId: string
  until: number
}

/** What opens a case after its secret was shown once: its id and an end, signed by the server. */
export function openCase(
  request: FastifyRequest,
  reply: FastifyReply,
  petitionId: string,
  options: { appKey: Buffer; now: Date; secure: boolean },
): void {
  const others = openedCases(request, options.appKey, options.now).filter((opened) => opened.petitionId !== petitionId)
  const opened = [...others, { petitionId, until: options.now.getTime() + OPEN_MS }].slice(-MOST)
  const content = opened.map((one) => `${one.petitionId}.${one.until.toString(36)}`).join('~')
  const value = `${content}~${sign(options.appKey, request.scope.authorityId, content)}`
  reply.setCookie(COOKIE, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: options.secure, maxAge: OPEN_MS / 1000 })
}

export function closeCases(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' })
}

export function hasOpened(request: FastifyRequest, appKey: Buffer, now: Date, petitionId: string): boolean {
  return openedCases(request, appKey, now).some((opened) => opened.petitionId === petitionId)
}

function openedCases(request: FastifyRequest, appKey: Buffer, now: Date): Opened[] {
  const value = request.cookies[COOKIE] ?? ''
  const at = value.lastIndexOf('~')
  if (at < 0 || value.length > 2_000) return []
  const content = value.slice(0, at)
  if (!sameBytes(value.slice(at + 1), sign(appKey, request.scope.authorityId, content))) return []
  return content
    .split('~')
    .map((part) => {
      const [petitionId = '', until = ''] = part.split('.')
      return { petitionId, until: Number.parseInt(until, 36) }
    })
    .filter(({ petitionId, until }) => isUuid(petitionId) && until > now.getTime())
}

function sign(appKey: Buffer, authorityId: number, content: string): string {
  return createHmac('sha256', appKey).update(`open-cases:${authorityId}:${content}`).digest('base64url')
}

function sameBytes(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
