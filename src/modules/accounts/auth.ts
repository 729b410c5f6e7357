import { createHmac, timingSafeEqual } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import type { Db } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import { deviceOf } from './device.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from './password-rules.ts'
import { type Hashing, hashPassword, isPassword, strongHashing } from './passwords.ts'

export interface AuthOptions {
  db: Db
  /** Signs cookies and encrypts authenticator secrets; at least 32 characters, kept with the server. */
  secret: string
  publicUrl: string | null
  /** Tests hash quickly. */
  hashing?: Hashing
  /** Decides whose work covers today; sessions and codes go by the real time. */
  now?: () => Date
}

/** A session ends twelve hours after the sign-in: longer than a working day, shorter than a night. */
const SESSION_SECONDS = 12 * 3600

/** The sign-in library with our tables, cookies and hash. Its own HTTP routes are not mounted: only its server API is called. */
function build({ db, secret, publicUrl, hashing = strongHashing }: AuthOptions) {
  return betterAuth({
    database: { db, type: 'postgres' },
    secret,
    baseURL: publicUrl ?? 'http://127.0.0.1:8080',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      password: { hash: (password) => hashPassword(password, hashing), verify: ({ hash, password }) => isPassword(hash, password) },
    },
    session: {
      modelName: 'auth_sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
    },
    user: { modelName: 'auth_users', fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
    account: {
      modelName: 'auth_accounts',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'congdan',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, ipAddress: '', userAgent: deviceOf(session.userAgent ?? '') } }) },
      },
    },
    plugins: [
      username({
        // Form and length are checked where a name is made; here every name must cost a hash, whatever it looks like.
        minUsernameLength: 1,
        maxUsernameLength: 1000,
        usernameValidator: () => true,
        displayUsername: false,
      }),
      twoFactor({
        issuer: 'Cổng Dân',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'auth_two_factors',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  })
}

type Library = ReturnType<typeof build>

export interface Auth {
  api: Library['api']
  db: Db
  secret: string
  hash: (password: string) => Promise<string>
  now: () => Date
  sessionCookie: string
  /** Set between a right password and the code of the authenticator. */
  challengeCookie: string
  secureCookies: boolean
}

/** What each of our route plugins is given. */
export interface AuthDeps {
  db: Db
  auth: Auth
}

export async function createAuth(options: AuthOptions): Promise<Auth> {
  const library = build(options)
  const context = await library.$context
  return {
    api: library.api,
    db: options.db,
    secret: context.secret,
    hash: (password) => hashPassword(password, options.hashing),
    now: options.now ?? (() => new Date()),
    sessionCookie: context.authCookies.sessionToken.name,
    challengeCookie: context.createAuthCookie('two_factor').name,
    secureCookies: context.authCookies.sessionToken.attributes.secure ?? false,
  }
}

/**
 * The session token inside a cookie of the library (`token.signature`, HMAC-SHA256, base64), or null when it was not signed by us.
 * Read here, and not through the library, so that a request costs one query in place of three.
 */
export function readSessionToken(auth: Pick<Auth, 'secret'>, cookie: string | undefined): string | null {
  if (!cookie || cookie.length > 300) return null
  const dot = cookie.lastIndexOf('.')
  if (dot < 1) return null
  const token = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1), 'base64')
  const right = createHmac('sha256', auth.secret).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}
