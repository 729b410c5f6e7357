import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput } from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { localPath } from '../../shared/lang.ts'
import type { Actor } from './accounts.ts'
import { type Auth, type AuthDeps, readSessionToken } from './auth.ts'
import { hasRole } from './guards.ts'
import { idleRoutes } from './idle/idle-routes.ts'
import { readTyped, type TypedForm } from './idle/typed.ts'
import { CodeForm, labels, SignInForm } from './inputs.ts'
import { TYPED_FIELD } from './pages/typed-parts.tsx'
import { safeReturnPath } from './return-path.ts'
import { endSession } from './session-repository.ts'
import { type SignedIn, signIn, signInWithCode } from './sign-in.ts'
import { showCode, showSignIn, showTyped } from './sign-in-shown.tsx'

/** A form at its largest, each letter written as up to nine, with the sign-in around it. */
const TYPED_LIMIT = 512 * 1024

/** `/dang-nhap`, its second step, and `/dang-xuat`: without scripts. */
export async function signInRoutes(app: FastifyInstance, { db, auth }: AuthDeps): Promise<void> {
  app.get<{ Querystring: { tiep?: string } }>('/dang-nhap', async (request, reply) => {
    const back = safeReturnPath(request.query.tiep)
    if (request.actor) return reply.redirect(localPath(request.lang, back ?? homeOf(request.actor)), 303)
    return showSignIn(request, reply, { back })
  })

  app.post('/dang-nhap', { bodyLimit: TYPED_LIMIT }, async (request, reply) => {
    const { back, typed } = carriedIn(request)
    try {
      const input = parseInput(SignInForm, request.body, labels)
      const result = await signIn(auth, request.scope, input, visitorOf(request))
      if (result.outcome === 'signedIn') return await welcome(auth, request, reply, result, { back, typed })
      reply.header('set-cookie', result.cookies)
      // What was typed is in no address: the second step is shown at once.
      if (typed) return showCode(request, reply, { back, typed })
      return reply.redirect(localPath(request.lang, `/dang-nhap/ma-xac-nhan${back ? `?tiep=${encodeURIComponent(back)}` : ''}`), 303)
    } catch (error) {
      const username = (request.body as { username?: unknown } | undefined)?.username
      return showSignIn(request, reply, { back, typed, username: typeof username === 'string' ? username.slice(0, 100) : '', error })
    }
  })

  app.get<{ Querystring: { tiep?: string } }>('/dang-nhap/ma-xac-nhan', async (request, reply) => {
    const back = safeReturnPath(request.query.tiep)
    if (!request.cookies[auth.challengeCookie]) return reply.redirect(localPath(request.lang, '/dang-nhap'), 303)
    return showCode(request, reply, { back })
  })

  app.post('/dang-nhap/ma-xac-nhan', { bodyLimit: TYPED_LIMIT }, async (request, reply) => {
    const { back, typed } = carriedIn(request)
    try {
      const { code } = parseInput(CodeForm, request.body, labels)
      const challenge = request.cookies[auth.challengeCookie] ?? ''
      const result = await signInWithCode(auth, request.scope, challenge, code, visitorOf(request))
      return await welcome(auth, request, reply, result, { back, typed })
    } catch (error) {
      // The password must be given again: its form says why.
      if (error instanceof DomainError && error.code === 'code_expired') return showSignIn(request, reply, { back, typed, error })
      return showCode(request, reply, { back, typed, error })
    }
  })

  await idleRoutes(app, { db, auth })

  app.post('/dang-xuat', async (request, reply) => {
    await signOut(auth, request, reply)
    return reply.redirect(localPath(request.lang, '/'), 303)
  })
}

export function visitorOf(request: FastifyRequest) {
  return { address: request.ip, userAgent: request.headers['user-agent'] }
}

/** Ends the session of this browser and takes its cookie. */
export async function signOut(auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await endEarlierSession(auth, request)
  reply.clearCookie(auth.sessionCookie, { path: '/', httpOnly: true, sameSite: 'lax', secure: auth.secureCookies })
}

/** The session that this browser came with does not outlive a new sign-in. */
export async function endEarlierSession(auth: Auth, request: FastifyRequest): Promise<void> {
  const token = readSessionToken(auth, request.cookies[auth.sessionCookie])
  if (token) await endSession(auth.db, token)
}

interface Carried {
  /** Page to go to afterwards. */
  back: string | null
  /** A form that came when the session was over. */
  typed: TypedForm | null
}

function carriedIn(request: FastifyRequest): Carried {
  const { tiep, [TYPED_FIELD]: typed } = (request.body ?? {}) as { tiep?: unknown; [TYPED_FIELD]?: unknown }
  return { back: safeReturnPath(tiep), typed: readTyped(typed) }
}

async function welcome(auth: Auth, request: FastifyRequest, reply: FastifyReply, result: SignedIn, { back, typed }: Carried) {
  await endEarlierSession(auth, request)
  reply.header('set-cookie', result.cookies)
  if (typed) return showTyped(request, reply, result.actor, back ?? homeOf(result.actor), typed)
  return reply.redirect(localPath(request.lang, back ?? homeOf(result.actor)), 303)
}

/** Where a person's work is; a person without a role yet must choose a password. */
function homeOf(actor: Actor): string {
  if (actor.roles.length === 0) return '/tai-khoan/mat-khau'
  if (hasRole(actor, 'receptionOfficer', 'caseOfficer', 'unitHead', 'chairman', 'auditor')) return '/lam-viec'
  return hasRole(actor, 'administrator') ? '/lam-viec/quan-tri' : '/tai-khoan'
}
