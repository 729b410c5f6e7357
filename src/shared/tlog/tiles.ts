import { concatBytes, FormatError } from './bytes.ts'
import { foldNodes, HASH_BYTES, type HashReader, type TreeNode } from './merkle.ts'

/** Tiles and entry bundles of C2SP tlog-tiles: the tree as immutable files. */
export const TILE_WIDTH = 256
const TILE_HEIGHT = 8
const MAX_LEVEL = 63
/** An entry's length stands before it in two bytes. */
export const MAX_ENTRY_BYTES = 0xffff

export interface Tile {
  /** Of hashes from 0, the leaves; or the entries themselves. */
  level: number | 'entries'
  index: number
  /** How many hashes or entries it holds; less than 256 at the right edge of the tree. */
  width: number
}

/** `tile/0/x001/x234/067.p/8`: where a tile is served under the log's prefix. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g)!
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${name}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

/** The tile behind a path; null for a path that `tilePath` would not write. */
export function parseTilePath(path: string): Tile | null {
  const [, level = '', name = '', width] = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? []
  if (name === '') return null
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(name.replace(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  }
  const isOne = tile.width > 0 && Number.isSafeInteger(tile.index) && (tile.level === 'entries' || tile.level <= MAX_LEVEL)
  return isOne && tilePath(tile) === path ? tile : null
}

/** How many hashes a tree of this size has in a tile; 0: none, it is not served. */
export function tileWidth(level: Tile['level'], index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level))
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH))
}

/** The hash tiles of a tree at its right edge, partial or just full: those that differ from any smaller tree's. */
export function edgeTiles(size: number): Tile[] {
  const tiles: Tile[] = []
  for (let level = 0; TILE_WIDTH ** level <= size; level++) {
    const index = Math.ceil(Math.floor(size / TILE_WIDTH ** level) / TILE_WIDTH) - 1
    tiles.push({ level, index, width: tileWidth(level, index, size) })
  }
  return tiles
}

/** Where a complete subtree's hash stands, or the hashes that it is folded from: a tile, the first of them, and how many. */
export function placeOf({ level, index }: TreeNode, size: number): { tile: Tile; from: number; count: number } {
  const tileLevel = Math.floor(level / TILE_HEIGHT)
  const count = 2 ** (level % TILE_HEIGHT)
  const tileIndex = Math.floor((index * count) / TILE_WIDTH)
  return {
    tile: { level: tileLevel, index: tileIndex, width: tileWidth(tileLevel, tileIndex, size) },
    from: (index * count) % TILE_WIDTH,
    count,
  }
}

/** Reads hashes of a tree of `size` leaves out of its tiles; each tile is fetched once. */
export function tileReader(fetchTile: (tile: Tile) => Promise<Uint8Array>, size: number): HashReader {
  const fetched = new Map<string, Promise<Uint8Array>>()
  const get = (tile: Tile): Promise<Uint8Array> => {
    const path = tilePath(tile)
    const known = fetched.get(path)
    if (known) return known
    const coming = fetchTile(tile)
    fetched.set(path, coming)
    return coming
  }
  return async (nodes) =>
    Promise.all(
      nodes.map(async (node) => {
        const { tile, from, count } = placeOf(node, size)
        const bytes = await get(tile)
        if (bytes.length < tile.width * HASH_BYTES) throw new FormatError(`The tile ${tilePath(tile)} is too short.`)
        return foldComplete(splitTile(bytes).slice(from, from + count))
      }),
    )
}

/** The hashes of a tile. @throws FormatError */
export function splitTile(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length === 0 || bytes.length % HASH_BYTES !== 0 || bytes.length > TILE_WIDTH * HASH_BYTES)
    throw new FormatError(`A tile does not have ${bytes.length} bytes.`)
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, at) => bytes.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES))
}

/** The hash over 2^n neighbours. */
export function foldComplete(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 1) return hashes[0]!
  const middle = hashes.length / 2
  return foldNodes([foldComplete(hashes.slice(0, middle)), foldComplete(hashes.slice(middle))])
}

/** Entries as a bundle holds them: each after its length in two bytes, the higher first. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > MAX_ENTRY_BYTES) throw new Error(`An entry of ${entry.length} bytes does not fit into a bundle.`)
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]
    }),
  )
}

/** @throws FormatError */
export function decodeBundle(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = at + 2 + ((bytes[at]! << 8) | (bytes[at + 1] ?? 0))
    if (at + 2 > bytes.length || end > bytes.length) throw new FormatError('An entry bundle ends in the middle of an entry.')
    entries.push(bytes.slice(at + 2, end))
    at = end
  }
  return entries
}
