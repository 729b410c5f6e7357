import type { FastifyInstance } from 'fastify'
import { localPath } from '../../../shared/lang.ts'
import type { AuthDeps } from '../auth.ts'
import { safeReturnPath } from '../return-path.ts'
import { endEarlierSession } from '../sign-in-routes.tsx'
import { touchSession } from './limits.ts'

/** What the island `idle` tells: the person is here, or has been away for too long. 401 when the session is over already. */
export async function idleRoutes(app: FastifyInstance, { db, auth }: AuthDeps): Promise<void> {
  app.post('/dang-nhap/duy-tri', async (request, reply) => {
    if (!request.sessionId) return reply.code(401).send('')
    await touchSession(db, request.sessionId, new Date())
    // A press without the island comes back to its page.
    if (request.headers['sec-fetch-dest'] === 'document')
      return reply.redirect(localPath(request.lang, safeReturnPath(request.pagePath) ?? '/'), 303)
    return reply.code(204).send()
  })

  // The cookie stays: by it the sign-in page knows that a session ended, and says so.
  app.post('/dang-nhap/het-gio', async (request, reply) => {
    await endEarlierSession(auth, request)
    return reply.code(204).send()
  })
}
