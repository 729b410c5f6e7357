import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import type { SignInOutcome } from './accounts.table.ts'
import type { Actor, Scope } from './accounts.ts'
import { type Auth, readSessionToken } from './auth.ts'
import { countFailure, forgiveFailures, limitsFor, refuseWhenGuessing } from './failures.ts'
import { endSession, findPresence } from './session-repository.ts'
import { normalUsername } from './username.ts'

/** What a sign-in needs of the request that carries it. */
export interface Visitor {
  /** Only to count failures; never kept. */
  address: string
  userAgent: string | undefined
}

export type SignedIn = { outcome: 'signedIn'; actor: Actor; token: string; cookies: string[] }
/** The password was right; the code of the authenticator is still to come. */
export type CodeNeeded = { outcome: 'codeNeeded'; cookies: string[] }

/**
 * Checks name and password. An unknown name and a wrong password are one refusal, and the library hashes a dummy for the first,
 * so that both take the same time.
 * @throws DomainError sign_in_failed (401), too_many_failures (429), account_ended (403)
 */
export async function signIn(
  auth: Auth,
  scope: Scope,
  given: { username: string; password: string },
  visitor: Visitor,
): Promise<SignedIn | CodeNeeded> {
  const username = normalUsername(given.username)
  const limits = limitsFor(auth.secret, { username, address: visitor.address })
  await refuseWhenGuessing(auth.db, scope, limits)
  const answer = await auth.api.signInUsername({
    body: { username: username || '?', password: given.password },
    headers: agentOnly(visitor),
    asResponse: true,
  })
  if (!answer.ok) {
    await auth.db.transaction().execute(async (trx) => {
      // In one transaction: a known name must not take a commit longer than an unknown one.
      await countFailure(trx, scope, limits)
      await recordByName(trx, scope, username, 'wrongPassword')
    })
    throw new DomainError('sign_in_failed', 401)
  }
  const cookies = answer.headers.getSetCookie()
  const token = tokenIn(auth, cookies)
  try {
    await refuseWhenGuessing(auth.db, scope, limits)
  } catch (error) {
    if (token) await endSession(auth.db, token)
    throw error
  }
  await forgiveFailures(auth.db, scope, limits)
  return token ? settle(auth, scope, token, cookies) : { outcome: 'codeNeeded', cookies }
}

/**
 * Second step: the six digits of the authenticator, or a recovery code.
 * @param challenge value of the challenge cookie, as the browser sent it
 * @throws DomainError wrong_code (401), code_expired (401): begin again with the password
 */
export async function signInWithCode(auth: Auth, scope: Scope, challenge: string, code: string, visitor: Visitor): Promise<SignedIn> {
  const personId = await challengedPerson(auth, challenge)
  if (!personId) throw new DomainError('code_expired', 401)
  const limits = limitsFor(auth.secret, { username: `code:${personId}`, address: visitor.address })
  await refuseWhenGuessing(auth.db, scope, limits)
  const typed = code.replace(/[\s-]/g, '')
  const digits = /^\d{6}$/.test(typed)
  const headers = agentOnly(visitor)
  // This cookie alone: beside a session cookie the library would check the code of that session's person.
  headers.set('cookie', `${auth.challengeCookie}=${encodeURIComponent(challenge)}`)
  const answer = digits
    ? await auth.api.verifyTOTP({ body: { code: typed }, headers, asResponse: true })
    : await auth.api.verifyBackupCode({ body: { code: `${typed.slice(0, 5)}-${typed.slice(5)}` }, headers, asResponse: true })
  if (!answer.ok) {
    await countFailure(auth.db, scope, limits)
    await record(auth.db, scope, personId, 'wrongCode')
    const { code: reason } = (await answer.json()) as { code?: string }
    if (reason === 'ACCOUNT_TEMPORARILY_LOCKED') throw new DomainError('too_many_failures', 429)
    if (reason === 'INVALID_TWO_FACTOR_COOKIE' || reason === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE')
      throw new DomainError('code_expired', 401)
    throw new DomainError('wrong_code', 401)
  }
  const cookies = answer.headers.getSetCookie()
  const token = tokenIn(auth, cookies)
  if (!token) throw new Error('The sign-in library accepted a code and set no session: look for a changed cookie name.')
  if (digits && !(await useCode(auth.db, personId, typed))) {
    await endSession(auth.db, token)
    await countFailure(auth.db, scope, limits)
    await record(auth.db, scope, personId, 'wrongCode')
    throw new DomainError('wrong_code', 401)
  }
  return settle(auth, scope, token, cookies)
}

/** A session was made: it stands only when the person may work here today. */
async function settle(auth: Auth, scope: Scope, token: string, cookies: string[]): Promise<SignedIn> {
  const presence = await findPresence(auth.db, scope, token, civilDateOf(auth.now()))
  if (presence) {
    await record(auth.db, scope, presence.actor.personId, 'signedIn')
    return { outcome: 'signedIn', actor: presence.actor, token, cookies }
  }
  const row = await auth.db.selectFrom('auth_sessions').select('user_id').where('token', '=', token).executeTakeFirst()
  await endSession(auth.db, token)
  if (row) await record(auth.db, scope, row.user_id, 'ended')
  throw new DomainError('account_ended', 403)
}

/** Longest time that a code is taken, with the steps before and after it, and a margin. */
const CODE_LIFE_MS = 180_000

/** Marks a code as used; false when it was used before. The library takes a code as often as it comes. */
export async function useCode(db: Db, personId: string, code: string): Promise<boolean> {
  const now = Date.now()
  const row = await db
    .insertInto('auth_used_codes')
    .values({ user_id: personId, code, used_at: new Date(now) })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'code'])
        .doUpdateSet({ used_at: new Date(now) })
        .where('auth_used_codes.used_at', '<', new Date(now - CODE_LIFE_MS)),
    )
    .returning('code')
    .executeTakeFirst()
  return row !== undefined
}

/** Whose password was right a moment ago; the library keeps it for ten minutes. */
async function challengedPerson(auth: Auth, challenge: string): Promise<string | null> {
  const identifier = readSessionToken(auth, challenge)
  if (!identifier) return null
  const row = await auth.db
    .selectFrom('auth_verifications')
    .select('value')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', new Date())
    .executeTakeFirst()
  return row?.value ?? null
}

function agentOnly(visitor: Visitor): Headers {
  return new Headers(visitor.userAgent ? { 'user-agent': visitor.userAgent } : {})
}

/** The token of the session cookie among these `Set-Cookie` lines. */
function tokenIn(auth: Auth, cookies: readonly string[]): string | null {
  for (const line of cookies) {
    const [name, value] = (line.split(';')[0] ?? '').split('=', 2)
    if (name === auth.sessionCookie && value) return readSessionToken(auth, decodeURIComponent(value))
  }
  return null
}

async function recordByName(trx: Trx, scope: Scope, username: string, outcome: SignInOutcome): Promise<void> {
  await trx
    .insertInto('sign_ins')
    .columns(['authority_id', 'person_id', 'outcome'])
    .expression(
      trx
        .selectFrom('auth_users')
        .where('username', '=', username)
        .select([sql<number>`${scope.authorityId}::integer`.as('authority_id'), 'id', sql<SignInOutcome>`${outcome}::text`.as('outcome')]),
    )
    .execute()
}

async function record(db: Db, scope: Scope, personId: string, outcome: SignInOutcome): Promise<void> {
  await db.insertInto('sign_ins').values({ authority_id: scope.authorityId, person_id: personId, outcome }).execute()
}
