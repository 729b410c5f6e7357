import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database.ts'
import type { Storage } from '../../platform/storage.ts'
import { NotFound } from '../../shared/errors.ts'
import { isUuid } from '../../shared/ids.ts'
import { findFile } from './file-repository.ts'
import { widthsOf } from './widths.ts'

/** Seconds that a browser shows a public picture without asking: the longest that a withdrawn one is still seen. */
const MAX_AGE = 300

/**
 * `/anh/{id}-{width}.webp`, `/anh/{id}.jpg`: public pictures, drawn by us, shown in pages.
 * Unknown, not public and no picture are one and the same 404.
 */
export async function pictureRoutes(app: FastifyInstance, { db, storage }: { db: Db; storage: Storage }): Promise<void> {
  app.get<{ Params: { name: string } }>('/anh/:name', async (request: FastifyRequest<{ Params: { name: string } }>, reply) => {
    const [, id = '', width] = /^([0-9a-f-]{36})(?:-(\d{3,4}))?\.(?:webp|jpg)$/.exec(request.params.name) ?? []
    const file = isUuid(id) ? await findFile(db, request.scope, id) : undefined
    if (file?.visibility !== 'public' || file.mediaType !== 'image/jpeg') throw new NotFound()
    const drawn = width ? (await widthsOf(db, request.scope, [id])).get(id)?.find((one) => one.width === Number(width)) : undefined
    if (width && !drawn) throw new NotFound()
    const etag = `"${width ?? 'anh'}-${file.sha256.toString('base64url')}"`
    reply.headers({ etag, 'cache-control': `public, max-age=${MAX_AGE}`, 'content-security-policy': "default-src 'none'" })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const found = await storage.get(drawn?.storageKey ?? file.storageKey)
    if (!found) {
      request.log.error({ fileId: id }, 'a picture has a row but no bytes')
      reply.removeHeader('etag').removeHeader('cache-control')
      throw new NotFound()
    }
    return reply
      .type(drawn ? 'image/webp' : 'image/jpeg')
      .header('content-length', found.bytes)
      .send(found.stream)
  })
}
