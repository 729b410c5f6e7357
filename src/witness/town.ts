import { HASH_BYTES } from '../shared/tlog/merkle.ts'
import { TILE_WIDTH, type Tile, tilePath } from '../shared/tlog/tiles.ts'

/** What of a town's log is fetched over HTTP, by whoever wants to check it. */
export interface Town {
  checkpoint: () => Promise<string>
  tile: (tile: Tile) => Promise<Uint8Array>
  sendCosignature: (note: string) => Promise<void>
  sendRefusal: (note: string) => Promise<void>
}

/** The town did not answer as a town does; nothing is said about its log. */
export class TownUnreachable extends Error {
  override name = 'TownUnreachable'
}

/** The town answered: this witness is not on its list. */
export class NotListed extends TownUnreachable {
  override name = 'NotListed'
}

/** The network's `fetch`, or one that stands in for it. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>

const WAIT_MS = 20_000
/** For a file of any size. */
const WAIT_LONG_MS = 600_000
/** Larger than any tile and any checkpoint; a bundle of entries has at most 16 MiB. */
const MOST_BYTES = 20 * 1024 * 1024

export function townAt(url: string, fetch: Fetch = globalThis.fetch): Town {
  const base = url.replace(/\/+$/, '')

  async function tile(tile: Tile): Promise<Uint8Array> {
    try {
      return await fetchBytes(`${base}/log/${tilePath(tile)}`, fetch)
    } catch (error) {
      // A partial tile may go once the full one is there.
      if (tile.width === TILE_WIDTH || !(error instanceof TownUnreachable)) throw error
      const full = await fetchBytes(`${base}/log/${tilePath({ ...tile, width: TILE_WIDTH })}`, fetch)
      return tile.level === 'entries' ? full : full.subarray(0, tile.width * HASH_BYTES)
    }
  }

  return {
    checkpoint: async () => new TextDecoder().decode(await fetchBytes(`${base}/log/checkpoint`, fetch)),
    tile,
    sendCosignature: (note) => post(`${base}/api/v1/log/cosignatures`, note, fetch),
    sendRefusal: (note) => post(`${base}/api/v1/log/refusals`, note, fetch),
  }
}

export async function fetchBytes(url: string, fetch: Fetch = globalThis.fetch): Promise<Uint8Array> {
  return limited(url, await found(url, fetch, WAIT_MS))
}

/** A file of any size, in pieces; what has come when it breaks off is not the whole. */
export async function* fetchPieces(url: string, fetch: Fetch = globalThis.fetch): AsyncGenerator<Uint8Array> {
  const { body } = await found(url, fetch, WAIT_LONG_MS)
  try {
    yield* body ?? []
  } catch (error) {
    throw unreachable(url, error)
  }
}

async function found(url: string, fetch: Fetch, waitMs: number): Promise<Response> {
  const response = await reach(url, { signal: AbortSignal.timeout(waitMs) }, fetch)
  if (response.ok) return response
  await response.body?.cancel()
  throw new TownUnreachable(`${url}: ${response.status}`)
}

async function post(url: string, note: string, fetch: Fetch): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify({ note }), signal: AbortSignal.timeout(WAIT_MS) }
  const response = await reach(url, init, fetch)
  const said = new TextDecoder().decode(await limited(url, response))
  if (response.status === 403) throw new NotListed(`${url}: 403`)
  if (!response.ok) throw new TownUnreachable(`${url}: ${response.status} ${said.slice(0, 300)}`)
}

async function reach(url: string, init: RequestInit, fetch: Fetch): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    throw unreachable(url, error)
  }
}

function unreachable(url: string, error: unknown): TownUnreachable {
  const { message, cause } = error as Error
  return new TownUnreachable(`${url}: ${cause instanceof Error ? cause.message : message}`)
}

async function limited(url: string, response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > MOST_BYTES) throw new TownUnreachable(`${url}: more than ${MOST_BYTES} bytes.`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
