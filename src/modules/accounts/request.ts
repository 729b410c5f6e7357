import type { Actor, Authority, Scope } from './accounts.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route belongs to no authority and must answer without the database: health, styles, scripts. */
    siteless?: boolean
  }
  interface FastifyRequest {
    /** The authority whose site this is, by the Host header. */
    site: Authority
    scope: Scope
    /** Null for visitors. */
    actor: Actor | null
    /** The session behind `actor`, for the list of a person's own sessions. */
    sessionId: string | null
    /** How long the session may be left alone; 0 without a session. */
    idleSeconds: number
    /** So long before its end the page warns, seconds; 0 without a session. */
    warningSeconds: number
    /** The browser came with a session of ours that is over. */
    sessionEnded: boolean
    /** The actor must choose a password first, and has no role until then. */
    passwordIsTemporary: boolean
    /** Set by a refusing guard: a page goes there in place of 401 or 403. */
    detour: 'signIn' | 'password' | null
  }
}
