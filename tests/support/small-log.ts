import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { formatAddCheckpoint } from '../../src/shared/tlog/add-checkpoint.ts'
import { formatCheckpoint } from '../../src/shared/tlog/checkpoint.ts'
import { consistencyProof, type HashReader, leafHash, nodeHash, treeRoot } from '../../src/shared/tlog/merkle.ts'
import { noteSigner, signNote } from '../../src/shared/tlog/note.ts'
import { encodeBundle, parseTilePath, TILE_WIDTH } from '../../src/shared/tlog/tiles.ts'
import { formatVkey, keyTypes, newSigningKey, type SigningKey } from '../../src/shared/tlog/vkey.ts'

/** A log in memory, as honest as the test wants it: what witnesses are tried on without a town. */
export class SmallLog {
  readonly key: SigningKey
  readonly leaves: Uint8Array[] = []

  constructor(key: SigningKey | string = 'vidu.vn/so') {
    this.key = typeof key === 'string' ? newSigningKey(key, keyTypes.note) : key
  }

  /** A second server with the same key, which knows the first `size` leaves. */
  copy(size = this.leaves.length): SmallLog {
    const other = new SmallLog(this.key)
    other.leaves.push(...this.leaves.slice(0, size))
    return other
  }

  add(...words: string[]): this {
    this.leaves.push(...words.map((word) => new TextEncoder().encode(word)))
    return this
  }

  addMany(count: number, word = 'line'): this {
    return this.add(...Array.from({ length: count }, (_, n) => `${word} ${this.leaves.length + n}`))
  }

  readonly read: HashReader = async (nodes) => nodes.map(({ level, index }) => this.hash(level, index))

  private hash(level: number, index: number): Uint8Array {
    if (level === 0) return leafHash(this.leaves[index]!)
    return nodeHash(this.hash(level - 1, index * 2), this.hash(level - 1, index * 2 + 1))
  }

  async checkpoint(size = this.leaves.length): Promise<string> {
    const text = formatCheckpoint({ origin: this.key.vkey.name, size, root: await treeRoot(this.read, size) })
    return signNote(text, [noteSigner(this.key)])
  }

  proof(from: number, size = this.leaves.length): Promise<Uint8Array[]> {
    return consistencyProof(this.read, from, size)
  }

  /** Body of `add-checkpoint`. */
  async request(from: number, size = this.leaves.length): Promise<string> {
    return formatAddCheckpoint({ oldSize: from, proof: await this.proof(from, size), checkpoint: await this.checkpoint(size) })
  }

  /** Bytes of what is served below `/log/`; null: nothing there. */
  async file(path: string): Promise<Uint8Array | null> {
    if (path === 'checkpoint') return Buffer.from(await this.checkpoint())
    if (path === 'key') return Buffer.from(`${formatVkey(this.key.vkey)}\n`)
    const tile = parseTilePath(path)
    if (!tile) return null
    const places = Array.from({ length: tile.width }, (_, n) => tile.index * TILE_WIDTH + n)
    if (tile.level === 'entries') {
      const entries = places.map((place) => this.leaves[place])
      return entries.every((entry) => entry !== undefined) ? encodeBundle(entries) : null
    }
    const span = 8 * tile.level
    const isThere = (places.at(-1)! + 1) * 2 ** span <= this.leaves.length
    return isThere ? Buffer.concat(places.map((place) => this.hash(span, place))) : null
  }
}

export interface SmallTown {
  url: string
  /** What was posted, by address. */
  posted: { path: string; note: string }[]
  /** The log that is served from now on. */
  serve: (log: SmallLog) => void
  /** Changes the bytes of a file on their way. */
  spoil: (change: ((path: string, bytes: Uint8Array) => Uint8Array | null) | null) => void
}

/** A web server with the log of a town and nothing else. */
export async function smallTown(log: SmallLog): Promise<SmallTown> {
  let current = log
  let spoil: ((path: string, bytes: Uint8Array) => Uint8Array | null) | null = null
  const posted: SmallTown['posted'] = []
  const server: Server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    if (request.method === 'POST') {
      const parts: Buffer[] = []
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
      posted.push({ path, note: (JSON.parse(Buffer.concat(parts).toString()) as { note: string }).note })
      response.writeHead(201).end()
      return
    }
    const file = path.startsWith('/log/') ? await current.file(path.slice(5)) : null
    const bytes = file && spoil ? spoil(path, file) : file
    response.writeHead(bytes ? 200 : 404).end(bytes ?? undefined)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => new Promise((done) => server.close(done)))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    posted,
    serve: (next) => {
      current = next
    },
    spoil: (change) => {
      spoil = change
    },
  }
}
