import type { Actor, Authority, Scope } from './accounts.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The authority whose site this is, by the Host header. */
    site: Authority
    scope: Scope
    /** Null for visitors. */
    actor: Actor | null
  }
}
