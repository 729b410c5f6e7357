import { join } from 'node:path'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { sendFile } from '../../../platform/http/index.ts'
import { NotFound } from '../../../shared/errors.ts'
import { paths } from '../paths.ts'
import { type Archive, findArchive, mirrorHome } from './archive.ts'

export interface MirrorRouteOptions {
  dataDir: string
}

/** `/so-cong-khai/ban-sao.zip` and what is said of it: the mirror that the worker made last night. */
export const mirrorRoutes: FastifyPluginAsync<MirrorRouteOptions> = async (app, { dataDir }) => {
  app.route({
    method: ['GET', 'HEAD'],
    exposeHeadRoute: false,
    url: paths.mirror,
    schema: { hide: true },
    handler: async (request, reply) => {
      const archive = await requireArchive(request)
      try {
        return await send(request, reply, archive)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
        // A new one was put in place between the two looks.
        return send(request, reply, await requireArchive(request))
      }
    },
  })

  app.get(
    '/api/v1/log/mirror',
    { schema: { tags: ['public log'], summary: 'The mirror to download, made each night' } },
    async (request) => {
      const { name, bytes, sha256, madeAt, lines, items } = await requireArchive(request)
      return { href: paths.mirror, name, bytes, sha256, madeAt, lines, items }
    },
  )

  async function requireArchive(request: FastifyRequest): Promise<Archive> {
    const archive = await findArchive(dataDir, request.scope)
    if (!archive) throw new NotFound()
    return archive
  }

  function send(request: FastifyRequest, reply: FastifyReply, { file, name, sha256 }: Archive): Promise<FastifyReply> {
    // Asked for again each time: what was taken down must not go on in somebody's proxy.
    reply.header('cache-control', 'public, no-cache')
    reply.type('application/zip').header('content-disposition', `attachment; filename="${name}"`)
    return sendFile(request, reply, { path: join(mirrorHome(dataDir, request.scope), file), etag: `"${sha256}"` })
  }
}
