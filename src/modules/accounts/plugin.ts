import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { civilDateOf } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { localPath } from '../../shared/lang.ts'
import type { Authority, Scope } from './accounts.ts'
import { type AuthDeps, readSessionToken } from './auth.ts'
import { siteFinder } from './authority-repository.ts'
import { touchSession } from './idle/limits.ts'
import { type TypedForm, typedIn } from './idle/typed.ts'
import { findPresence } from './session-repository.ts'
import { signInWithTyped } from './sign-in-shown.tsx'

/** Gives every request its site, its scope and its actor, and turns "not signed in" on a page into the sign-in form. */
export async function accountsPlugin(app: FastifyInstance, { db, auth }: AuthDeps): Promise<void> {
  const siteOf = siteFinder(db)
  app.decorateRequest('site', null as unknown as Authority)
  app.decorateRequest('scope', null as unknown as Scope)
  app.decorateRequest('actor', null)
  app.decorateRequest('sessionId', null)
  app.decorateRequest('idleSeconds', 0)
  app.decorateRequest('warningSeconds', 0)
  app.decorateRequest('sessionEnded', false)
  app.decorateRequest('passwordIsTemporary', false)
  app.decorateRequest('detour', null)

  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.siteless) return
    const site = await siteOf(request.host ?? '')
    if (!site) throw new DomainError('not_ready', 503)
    request.site = site
    request.scope = { authorityId: site.id }
    const token = readSessionToken(auth, request.cookies[auth.sessionCookie])
    if (!token) return
    const presence = await findPresence(db, request.scope, token, civilDateOf(auth.now()))
    if (!presence) {
      request.sessionEnded = true
      return
    }
    if (presence.touchDue) await touchSession(db, presence.sessionId, new Date())
    request.actor = presence.actor
    request.idleSeconds = presence.idleSeconds
    request.warningSeconds = presence.warningSeconds
    request.sessionId = presence.sessionId
    request.passwordIsTemporary = presence.passwordIsTemporary
  })

  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload) => {
    if (!request.detour || request.url.startsWith('/api/')) return payload
    const typed = request.detour === 'signIn' && request.sessionEnded ? lateForm(request) : null
    if (typed) {
      reply.code(401).type('text/html; charset=utf-8').removeHeader('content-length')
      return signInWithTyped(request, typed)
    }
    reply.code(303).header('location', detourPath(request)).removeHeader('content-type').removeHeader('content-length')
    return ''
  })
}
// Hooks and decorations are for the whole site, not for this plugin alone.
Object.assign(accountsPlugin, { [Symbol.for('skip-override')]: true })

function detourPath(request: FastifyRequest): string {
  if (request.detour === 'password') return localPath(request.lang, '/tai-khoan/mat-khau')
  // After a POST there is no page to return to.
  const back = request.method === 'GET' ? `?tiep=${encodeURIComponent(request.pagePath)}` : ''
  return localPath(request.lang, `/dang-nhap${back}`)
}

/** What a person sent when the session was over: it is shown again, and goes on after the sign-in. */
function lateForm(request: FastifyRequest): TypedForm | null {
  return request.method === 'POST' ? typedIn(request.url, request.body) : null
}
