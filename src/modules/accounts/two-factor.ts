import { symmetricDecrypt } from 'better-auth/crypto'
import type { Db } from '../../platform/database.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Auth } from './auth.ts'
import { useCode } from './sign-in.ts'
import './accounts.table.ts'

/** What a person scans or types into the authenticator. */
export interface Enrolment {
  uri: string
  /** Base32 in groups of four. */
  secret: string
}

interface Person {
  personId: string
  username: string
}

/** The browser's own cookies prove the person to the library, beside the password. */
const withCookies = (cookie: string) => new Headers({ cookie })

export async function hasTwoFactor(db: Db, personId: string): Promise<boolean> {
  const row = await db.selectFrom('auth_users').select('two_factor_enabled').where('id', '=', personId).executeTakeFirst()
  return row?.two_factor_enabled ?? false
}

/**
 * Begins with a fresh secret; nothing is asked at sign-in until `confirmTwoFactor`.
 * @throws DomainError wrong_password (422), two_factor_is_on (409)
 */
export async function beginTwoFactor(auth: Auth, cookie: string, password: string): Promise<void> {
  const answer = await auth.api.enableTwoFactor({ body: { password }, headers: withCookies(cookie), asResponse: true })
  if (answer.ok) return
  const { code } = (await answer.json()) as { code?: string }
  if (code === 'INVALID_PASSWORD') throw new DomainError('wrong_password', 422)
  if (code === 'TOTP_ALREADY_ENABLED') throw new DomainError('two_factor_is_on', 409)
  throw new Error(`The sign-in library refused to begin two-factor: ${code}`)
}

/** The secret that waits to be confirmed; undefined when there is none. */
export async function pendingEnrolment(auth: Auth, person: Person, issuer: string): Promise<Enrolment | undefined> {
  const row = await auth.db
    .selectFrom('auth_two_factors')
    .select('secret')
    .where('user_id', '=', person.personId)
    .where('verified', '=', false)
    .executeTakeFirst()
  if (!row) return undefined
  const key = await symmetricDecrypt({ key: auth.secret, data: row.secret })
  const secret = base32(Buffer.from(key, 'utf8'))
  const query = new URLSearchParams({ secret, issuer, digits: '6', period: '30' })
  return {
    uri: `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(person.username)}?${query}`,
    secret: secret.match(/.{1,4}/g)!.join(' '),
  }
}

/**
 * The first code turns it on. The library gives the browser a new session in place of the old one.
 * @returns the recovery codes, to be shown this once, and the cookies to set
 * @throws DomainError wrong_code (422)
 */
export async function confirmTwoFactor(
  auth: Auth,
  person: Person,
  cookie: string,
  code: string,
): Promise<{ recoveryCodes: string[]; cookies: string[] }> {
  const typed = code.replace(/\s/g, '')
  const answer = await auth.api.verifyTOTP({ body: { code: typed }, headers: withCookies(cookie), asResponse: true })
  if (!answer.ok) throw new DomainError('wrong_code', 422)
  await useCode(auth.db, person.personId, typed)
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: person.personId } })
  return { recoveryCodes: backupCodes, cookies: answer.headers.getSetCookie() }
}

/**
 * @returns the cookies of the new session that the library makes
 * @throws DomainError wrong_password (422)
 */
export async function endTwoFactor(auth: Auth, cookie: string, password: string): Promise<string[]> {
  const answer = await auth.api.disableTwoFactor({ body: { password }, headers: withCookies(cookie), asResponse: true })
  if (answer.ok) return answer.headers.getSetCookie()
  const { code } = (await answer.json()) as { code?: string }
  if (code === 'INVALID_PASSWORD') throw new DomainError('wrong_password', 422)
  throw new Error(`The sign-in library refused to end two-factor: ${code}`)
}

/** RFC 4648 without padding, as authenticators take it. */
function base32(bytes: Buffer): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
