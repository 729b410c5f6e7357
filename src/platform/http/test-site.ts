import { afterAll } from 'vitest'
import { z } from 'zod'
import { parseInput } from './input.ts'
import { createServer, type ServerOptions } from './server.ts'

/** A site of a page, a form and a few API routes, for the tests of this folder. */
export async function aSite(change: Partial<ServerOptions> = {}) {
  const app = await createServer({
    appKey: Buffer.alloc(32, 1),
    publicUrl: null,
    trustedProxies: [],
    logger: false,
    errorText: { vi: {}, en: {} },
    errorPage: async (_request, reply, { code, detail }) => reply.type('text/html; charset=utf-8').send(`<h1>${code}</h1><p>${detail}</p>`),
    ...change,
  })
  const Input = z.strictObject({ name: z.string() })
  app.get('/', async (request) => ({
    path: request.pagePath,
    lang: request.lang,
    ip: request.ip,
    host: request.host,
    protocol: request.protocol,
  }))
  app.get('/gui', async (request) => ({ token: request.csrfToken() }))
  app.post('/gui', async (request) => ({ body: request.body }))
  app.post('/api/v1/things', async (request) => parseInput(Input, request.body))
  app.get('/api/v1/things/:id/parts', async (request) => request.params)
  app.put('/api/v1/things/:id/parts', async (request) => request.params)
  app.post('/api/v1/things/:id/files', { config: { takesFiles: true } }, async () => ({ taken: true }))
  app.addContentTypeParser('multipart/form-data', async () => undefined)
  app.get('/api/v1/fault', async () => {
    throw Object.assign(new Error('connection string postgres://user:word@host'), { code: 'XX000' })
  })
  await app.ready()
  afterAll(() => app.close())
  return app
}
