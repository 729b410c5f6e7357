import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseInput } from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Actor, Scope } from './accounts.ts'
import type { Auth, AuthDeps } from './auth.ts'
import { requireActor } from './guards.ts'
import { EmptyForm, labels, SignInInput } from './inputs.ts'
import { type CodeNeeded, type SignedIn, signIn, signInWithCode, type Visitor } from './sign-in.ts'
import { endEarlierSession, signOut, visitorOf } from './sign-in-routes.tsx'
import { findUnit, listHamlets, listUnits } from './unit-repository.ts'

/** What a program learns of the person that it acts for. */
export interface Me {
  username: string
  name: string
  roles: readonly string[]
  unit: { id: string; name: string } | null
}

const tags = { tags: ['accounts'] }

/** Sign-in for programs: the same rules, the same cookie. */
export async function accountsApiRoutes(app: FastifyInstance, { auth }: AuthDeps): Promise<void> {
  app.post(
    '/api/v1/auth/sign-in',
    { schema: { ...tags, summary: 'Sign in: sets the session cookie', body: SignInInput } },
    async (request, reply) => {
      const input = parseInput(SignInInput, request.body, labels)
      const visitor = visitorOf(request)
      const first = await signIn(auth, request.scope, input, visitor)
      const result = first.outcome === 'signedIn' ? first : await withCode(auth, request.scope, first, input.code, visitor)
      await endEarlierSession(auth, request)
      reply.header('set-cookie', result.cookies)
      return me(auth, request, result.actor)
    },
  )

  app.post('/api/v1/auth/sign-out', { schema: { ...tags, summary: 'Sign out', body: EmptyForm } }, async (request, reply) => {
    requireActor(request)
    parseInput(EmptyForm, request.body)
    await signOut(auth, request, reply)
    return { signedOut: true }
  })

  app.get(
    '/api/v1/units',
    { schema: { ...tags, summary: 'The units of the authority today, with their residential groups' } },
    async (request) => {
      const [units, hamlets] = await Promise.all([listUnits(auth.db, request.scope), listHamlets(auth.db, request.scope)])
      const items = units.map(({ id, name, shortName, kind, population, validFrom }) => ({
        id,
        name,
        shortName,
        kind,
        population,
        validFrom,
        hamlets: hamlets.filter((hamlet) => hamlet.unitId === id).map((hamlet) => ({ id: hamlet.id, name: hamlet.name })),
      }))
      return { items, next: null }
    },
  )

  app.get('/api/v1/me', { schema: { ...tags, summary: 'Who is signed in' } }, async (request) => me(auth, request, requireActor(request)))
}

async function withCode(auth: Auth, scope: Scope, step: CodeNeeded, code: string | undefined, visitor: Visitor): Promise<SignedIn> {
  if (code === undefined) throw new DomainError('code_needed', 401)
  const line = step.cookies.find((cookie) => cookie.startsWith(`${auth.challengeCookie}=`)) ?? ''
  const challenge = decodeURIComponent(line.slice(auth.challengeCookie.length + 1).split(';')[0] ?? '')
  return signInWithCode(auth, scope, challenge, code, visitor)
}

async function me(auth: Auth, request: FastifyRequest, actor: Actor): Promise<Me> {
  const unit = actor.unitId ? await findUnit(auth.db, request.scope, actor.unitId) : undefined
  return { username: actor.username, name: actor.name, roles: actor.roles, unit: unit ? { id: unit.id, name: unit.name } : null }
}
