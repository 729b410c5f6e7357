import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database.ts'
import type { Storage } from '../../platform/storage.ts'
import { NotFound } from '../../shared/errors.ts'
import { isUuid } from '../../shared/ids.ts'
import type { StoredFile } from './file.ts'
import { attachmentHeader, downloadName } from './file-name.ts'
import { findFile } from './file-repository.ts'
import { pictureRoutes } from './picture-routes.ts'

/** The feature that owns the matter answers, and audits the read where the law asks for it. */
export type MayRead = (request: FastifyRequest, file: StoredFile) => Promise<boolean>

export interface FileRouteOptions {
  db: Db
  storage: Storage
  /** By matter type; files of a type that is not here are nobody's to read. */
  mayRead: Readonly<Record<string, MayRead>>
}

/** A file opened by mistake in the browser may do nothing at all. */
const fileSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'"

interface ById {
  Params: { id: string }
}

export const fileRoutes: FastifyPluginAsync<FileRouteOptions> = async (app, { db, storage, mayRead }) => {
  await pictureRoutes(app, { db, storage })
  const both = { method: ['GET', 'HEAD'], exposeHeadRoute: false }

  app.route<ById>({
    ...both,
    url: '/tep/:id',
    handler: async (request, reply) => {
      const file = await readable(request)
      reply.type(file.mediaType).header('content-disposition', attachmentHeader(downloadName(file.originalName, file.mediaType)))
      return send(request, reply, file, file.storageKey)
    },
  })

  app.route<ById>({
    ...both,
    url: '/tep/:id/nho',
    handler: async (request, reply) => {
      const file = await readable(request)
      if (!file.thumbKey) throw new NotFound()
      reply.type('image/webp').header('content-disposition', 'inline')
      return send(request, reply, file, file.thumbKey)
    },
  })

  /** Unknown, hidden, of another authority, and not an id at all: one and the same 404. */
  async function readable(request: FastifyRequest<ById>): Promise<StoredFile> {
    const { id } = request.params
    const file = isUuid(id) ? await findFile(db, request.scope, id) : undefined
    const asked = file && Object.hasOwn(mayRead, file.matter.type) ? mayRead[file.matter.type] : undefined
    if (!file || !asked || !(await asked(request, file))) throw new NotFound()
    return file
  }

  async function send(request: FastifyRequest, reply: FastifyReply, file: StoredFile, key: string): Promise<FastifyReply> {
    const etag = `"${key === file.thumbKey ? 'nho-' : ''}${file.sha256.toString('base64url')}"`
    // A public file may be kept but is asked for again each time, so that taking it back works at once.
    if (file.visibility === 'public') reply.headers({ 'cache-control': 'public, no-cache', etag })
    else reply.header('cache-control', 'private, no-store')
    reply.headers({ 'content-security-policy': fileSecurityPolicy, 'x-content-type-options': 'nosniff' })
    if (file.visibility === 'public' && request.headers['if-none-match'] === etag) return reply.code(304).send()

    const found = await storage.get(key)
    if (!found) {
      request.log.error({ fileId: file.id, key }, 'a file has a row but no bytes')
      for (const name of ['content-type', 'content-disposition', 'etag']) reply.removeHeader(name)
      throw new NotFound()
    }
    reply.header('content-length', found.bytes)
    if (request.method === 'HEAD') {
      found.stream.destroy()
      return reply.send()
    }
    return reply.send(found.stream)
  }
}
