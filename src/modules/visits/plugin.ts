import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Subject } from './batch.ts'
import '../../platform/render-cache.ts'
import type { VisitCounter } from './counter.ts'

/** Counts a view of this when the page is sent. Of a kept page, say `viewOf` to the render cache. */
export function countView(reply: FastifyReply, subject: Subject): void {
  reply.viewOf = subject
}

/** Counts every page that the framework answers; those answered from kept bytes are counted by the render cache's `answer`. */
export async function visitsPlugin(app: FastifyInstance, { counter }: { counter: VisitCounter }): Promise<void> {
  app.decorateReply('viewOf', null)
  app.addHook('onRequest', async (request) => {
    // Pages show the figures; programs and styles do not.
    if (request.scope && !/^\/(api|assets)\//.test(request.url)) await counter.refresh(request.scope)
  })
  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload) => {
    if (!request.scope || !isPage(reply)) return payload
    const cookie = counter.arrive(request.raw, request.scope, reply.viewOf ?? null, Boolean((request as { actor?: unknown }).actor))
    if (cookie) {
      reply.header('set-cookie', cookie)
      // An answer with somebody's cookie is kept by no proxy.
      if (String(reply.getHeader('cache-control') ?? '').startsWith('public')) reply.header('cache-control', 'private, no-cache')
    }
    return payload
  })
  app.addHook('onReady', async () => counter.start())
  app.addHook('onClose', () => counter.stop())
}
// Hooks are for the whole site, not for this plugin alone.
Object.assign(visitsPlugin, { [Symbol.for('skip-override')]: true })

/** A page that was found, or that the browser has already. */
function isPage(reply: FastifyReply): boolean {
  if (reply.statusCode !== 200 && reply.statusCode !== 304) return false
  return String(reply.getHeader('content-type') ?? '').startsWith('text/html')
}
