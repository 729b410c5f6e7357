import { hash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import { parseTilePath, type Tile } from '../../shared/tlog/tiles.ts'
import { findLogKey } from './log-keys.ts'
import { findHead, readBundle, readTile } from './tree-repository.ts'

export interface LogFileOptions {
  db: Db
  /** The checkpoint with what others have signed beside the log's own key. */
  withCosignatures?: (request: FastifyRequest, checkpoint: string) => Promise<string>
}

const TEXT = 'text/plain; charset=utf-8'
/** A checkpoint is old when the next one is there: a second or two. */
const MUTABLE = 'public, max-age=1, must-revalidate'
/** Of a key that may be handed on. */
const SELDOM = 'public, max-age=300'
const IMMUTABLE = 'public, max-age=31536000, immutable'

/** `/log/…`: the log as files, in the forms of C2SP tlog-tiles. Anybody may take them, any cache may keep them. */
export const logFileRoutes: FastifyPluginAsync<LogFileOptions> = async (app, { db, withCosignatures }) => {
  const hidden = { schema: { hide: true } }
  // Read by pages of other sites and by files on a disk as well: it is public, and no cookie goes with it.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
  })

  app.get('/log/checkpoint', hidden, async (request, reply) => {
    const head = await findHead(db, request.scope)
    if (!head) throw new NotFound()
    const checkpoint = withCosignatures ? await withCosignatures(request, head.checkpoint) : head.checkpoint
    return reply.type(TEXT).header('cache-control', MUTABLE).send(checkpoint)
  })

  app.get('/log/key', hidden, async (request, reply) => {
    const key = await findLogKey(db, request.scope)
    if (!key) throw new NotFound()
    return reply.type(TEXT).header('cache-control', SELDOM).send(`${key.vkey}\n`)
  })

  app.get<{ Params: { '*': string } }>('/log/tile/*', hidden, async (request, reply) => {
    const tile = parseTilePath(`tile/${request.params['*']}`)
    if (!tile) throw new NotFound()
    return sendTile(request, reply, tile)
  })

  async function sendTile(request: FastifyRequest, reply: FastifyReply, tile: Tile) {
    const { level } = tile
    const size = (await findHead(db, request.scope))?.size ?? 0
    const bytes =
      level === 'entries' ? await readBundle(db, request.scope, tile, size) : await readTile(db, request.scope, { ...tile, level }, size)
    if (!bytes) throw new NotFound()
    const etag = `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`
    reply.header('etag', etag).header('cache-control', IMMUTABLE).header('vary', 'accept-encoding').type('application/octet-stream')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    // Hashes cannot be packed.
    const packs = level === 'entries' && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    return packs ? reply.header('content-encoding', 'gzip').send(gzipSync(bytes)) : reply.send(bytes)
  }
}
