import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Scope } from '../accounts/index.ts'

/** What is done once per reader: a poll, an article. */
export interface Subject {
  type: string
  id: string
}

/** Somebody who reads: by account, by browser, or both. */
export interface Reader {
  accountId: string | null
  /** What the browser keeps; the server keeps it nowhere. */
  token: string | null
}

/** A reader towards one subject, in hashes of 32 bytes. */
export interface Identity {
  /** Whose it is: of the account, else of the browser. */
  own: Buffer
  hasAccount: boolean
  /** The browser without an account; null where it has no token. */
  browser: Buffer | null
  /** "An account did it in this browser." */
  seen: Buffer | null
}

const COOKIE = 'congdan_reader'
const TOKEN = /^[\w-]{22}$/
/** Browsers keep a cookie no longer than this. */
const LIFE_SECONDS = 400 * 86_400

export function readerOf(request: Pick<FastifyRequest, 'actor' | 'cookies'>): Reader {
  const token = request.cookies[COOKIE]
  return { accountId: request.actor?.personId ?? null, token: token !== undefined && TOKEN.test(token) ? token : null }
}

/** The reader with a token: one that has none is given one. Called where somebody votes or rates, never where somebody reads. */
export function rememberReader(request: Pick<FastifyRequest, 'actor' | 'cookies'>, reply: FastifyReply, secure: boolean): Reader {
  const reader = readerOf(request)
  if (reader.token) return reader
  const token = randomBytes(16).toString('base64url')
  reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: LIFE_SECONDS })
  return { ...reader, token }
}

/** @returns null for a reader who is nobody yet: no account, no token */
export function identityOn(appKey: Buffer, scope: Scope, subject: Subject, { accountId, token }: Reader): Identity | null {
  const hash = (kind: string, value: string) =>
    createHmac('sha256', appKey).update(`reader:${scope.authorityId}:${subject.type}:${subject.id}:${kind}:${value}`).digest()
  const browser = token === null ? null : hash('browser', token)
  const seen = token === null ? null : hash('seen', token)
  if (accountId !== null) return { own: hash('account', accountId), hasAccount: true, browser, seen }
  return browser && { own: browser, hasAccount: false, browser, seen }
}
