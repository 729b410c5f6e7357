import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import pg from 'pg'

declare module 'fastify' {
  interface FastifyReply {
    /** What this page shows, for the count of its views; of a kept page, `CachedPage` says it. */
    viewOf?: { type: string; id: string } | null
  }
}

interface Kept {
  body: Buffer
  brotli: Buffer
  etag: string
  type: string
  tags: readonly string[]
  until: number
  authorityId: number
  viewOf: CachedPage['viewOf']
}

export interface CachedPage {
  /** Tells pages apart; language and address are added. */
  key: string
  /** Dropped when an act touches one of these. */
  tags: readonly string[]
  render: () => Promise<string>
  type?: string
  /** What it shows, for the count of its views. */
  viewOf?: { type: string; id: string } | undefined
}

/** Told of each kept page (not of other kept files) that is answered before the framework is woken; gives a cookie to set, or null. */
export type OnKeptPage = (
  request: IncomingMessage,
  scope: { authorityId: number },
  viewOf: { type: string; id: string } | null,
) => string | null

const CACHE_CONTROL = 'public, no-cache'
/** An answer that gives somebody a cookie is kept by no proxy. */
const WITH_COOKIE = 'private, no-cache'
const HTML = 'text/html; charset=utf-8'

function acceptsBrotli(encodings: string | string[]): boolean {
  return /\bbr\b/.test(String(encodings))
}

/** All that a kept page may have been drawn from, as it was sent. */
function addressOf(headers: IncomingHttpHeaders, url: string | undefined): string {
  return [headers.host, headers['x-forwarded-host'], headers['x-forwarded-proto'], url].join(' ')
}

/** Pages kept, at most; the least recently made goes first. */
const MOST = 2_000
/** A page lives this long even if a message about a change is lost with the process that made it. */
const LIFE_MS = 60_000
/** Pages show how many visit and view: their counts are written within a second, read within two more, and shown for this long. */
const PAGE_LIFE_MS = 6_000
const CHANNEL = 'congdan_pages'

export interface RenderCache {
  /**
   * Answers a GET from the kept bytes before the framework is woken; false when it must do the work. Only pages that `send` has sent
   * under the very same host and address are answered: they are the same for everybody.
   */
  answer: (request: IncomingMessage, response: ServerResponse) => boolean
  send: (request: FastifyRequest, reply: FastifyReply, page: CachedPage) => Promise<unknown>
  /** Call after commit: drops here at once, and tells the other processes within 20 ms. The tag `*` is every page. */
  drop: (tags: readonly string[]) => void
  /** Starts hearing the other processes. */
  listen: () => Promise<void>
  close: () => Promise<void>
}

/**
 * Public pages are rendered once and kept as bytes. A change is announced after its commit, in batches: an announcement inside
 * the transaction would make all commits of the database queue for one lock.
 */
export function createRenderCache(
  url: string,
  headers: Readonly<Record<string, string>>,
  log: { warn: (details: object, message: string) => void },
  onKeptPage: OnKeptPage = () => null,
): RenderCache {
  const pages = new Map<string, Kept>()
  /** Kept pages by host and raw address: what `answer` looks up. */
  const answers = new Map<string, Kept>()
  /** Pages being drawn: who asks meanwhile waits for the same one. */
  const drawing = new Map<string, Promise<Kept>>()
  /** Tags dropped while a page was being drawn: that page is not kept. */
  let generation = 0
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  let ears: pg.Client | null = null
  let mouth: pg.Client | null = null
  let closed = false
  let announcing: Promise<void> = Promise.resolve()

  function forget(tags: readonly string[]): void {
    if (tags.includes('*')) {
      forgetAll()
      return
    }
    generation++
    for (const kept of [pages, answers]) {
      for (const [key, page] of kept) if (page.tags.some((tag) => tags.includes(tag))) kept.delete(key)
    }
  }

  function forgetAll(): void {
    generation++
    pages.clear()
    answers.clear()
  }

  async function announce(): Promise<void> {
    timer = null
    const tags = [...waiting]
    waiting.clear()
    try {
      if (!mouth) {
        mouth = new pg.Client({ connectionString: url })
        mouth.on('error', () => (mouth = null))
        await mouth.connect()
      }
      // A payload may hold 8,000 bytes; a long list is said as "everything".
      const payload = JSON.stringify(tags)
      await mouth.query('select pg_notify($1, $2)', [CHANNEL, payload.length < 7_000 ? payload : '["*"]'])
    } catch (error) {
      mouth = null
      log.warn({ err: error }, 'other processes were not told of changed pages; theirs live a minute at most')
    }
  }

  async function listen(): Promise<void> {
    if (closed) return
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined) // An error ends the connection, and the end is handled below.
    client.on('notification', ({ payload }) => {
      const tags = JSON.parse(payload ?? '["*"]') as string[]
      forget(tags)
    })
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
    } catch (error) {
      client.end().catch((cause) => log.warn({ err: cause }, 'a broken connection could not be closed'))
      throw error
    }
    ears = client
    client.once('end', () => {
      forgetAll()
      hearAgain()
    })
    // What was kept while nothing was heard may be old.
    forgetAll()
  }

  /** Tries each second until changes are heard of again. */
  function hearAgain(): void {
    if (closed) return
    setTimeout(() => {
      listen().catch((error) => {
        log.warn({ err: error }, 'changes of other processes are not heard; kept pages live a minute at most')
        hearAgain()
      })
    }, 1_000).unref()
  }

  function keep(address: string, authorityId: number, page: CachedPage): Promise<Kept> {
    // Not one that began before the newest change.
    const key = `${generation} ${address}`
    let drawn = drawing.get(key)
    if (!drawn) {
      drawn = draw(address, authorityId, page).finally(() => drawing.delete(key))
      drawing.set(key, drawn)
    }
    return drawn
  }

  async function draw(address: string, authorityId: number, page: CachedPage): Promise<Kept> {
    const startedAt = generation
    const startedOn = Date.now()
    const body = Buffer.from(await page.render())
    const kept: Kept = {
      body,
      brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      type: page.type ?? HTML,
      tags: page.tags,
      until: startedOn + (page.type ? LIFE_MS : PAGE_LIFE_MS),
      authorityId,
      viewOf: page.viewOf,
    }
    if (generation === startedAt) {
      pages.delete(address)
      pages.set(address, kept)
      if (pages.size > MOST) pages.delete(pages.keys().next().value!)
    }
    return kept
  }

  return {
    answer(request, response) {
      if (request.method !== 'GET') return false
      const kept = answers.get(addressOf(request.headers, request.url))
      if (!kept || kept.until < Date.now()) return false
      const { 'accept-encoding': encodings = '', 'if-none-match': known } = request.headers
      const cookie = kept.type === HTML ? onKeptPage(request, kept, kept.viewOf ?? null) : null
      const caching = cookie ? { 'cache-control': WITH_COOKIE, 'set-cookie': cookie } : { 'cache-control': CACHE_CONTROL }
      if (known === kept.etag) {
        response.writeHead(304, { ...headers, etag: kept.etag, ...caching, vary: 'accept-encoding' }).end()
        return true
      }
      const packed = acceptsBrotli(encodings)
      const body = packed ? kept.brotli : kept.body
      response.writeHead(200, {
        ...headers,
        etag: kept.etag,
        ...caching,
        vary: 'accept-encoding',
        'content-type': kept.type,
        ...(packed ? { 'content-encoding': 'br' } : {}),
        'content-length': body.length,
      })
      response.end(body)
      return true
    },
    async send(request, reply, page) {
      const address = `${request.scope.authorityId} ${request.lang} ${page.key}`
      let kept = pages.get(address)
      if (!kept || kept.until < Date.now()) kept = await keep(address, request.scope.authorityId, page)
      if (pages.get(address) === kept && answers.size < MOST) answers.set(addressOf(request.headers, request.originalUrl), kept)
      reply.header('etag', kept.etag).header('cache-control', CACHE_CONTROL).header('vary', 'accept-encoding')
      reply.viewOf = page.viewOf ?? null
      reply.type(kept.type)
      if (request.headers['if-none-match'] === kept.etag) return reply.code(304).send()
      if (acceptsBrotli(request.headers['accept-encoding'] ?? '')) return reply.header('content-encoding', 'br').send(kept.brotli)
      return reply.send(kept.body)
    },
    drop(tags) {
      if (tags.length === 0) return
      forget(tags)
      for (const tag of tags) waiting.add(tag)
      timer ??= setTimeout(() => {
        // One announcement after another: a connection does one thing at a time.
        announcing = announcing.then(announce)
      }, 20)
    },
    listen,
    async close() {
      closed = true
      if (timer) clearTimeout(timer)
      await announcing
      await Promise.all([ears?.end(), mouth?.end()])
    },
  }
}
